import type { ChangedFile } from '../../change/change.js';
import type { ChangedText, ReadCatalogs } from './changed-texts.js';
import type { TextKey } from './text-key.js';

/** A place in the head that asks for a text. Offsets count from 0. */
export interface KeyUse {
  readonly path: string;
  readonly at: number;
  readonly end: number;
}

/** Who asks for a text at the head. */
export interface KeyUses {
  /** Places that ask for it, the first of them where there are many. */
  readonly sure: readonly KeyUse[];
  /** Places that piece a key together which may be this one, or name a word that may be it. */
  readonly possible: readonly KeyUse[];
  /** Was all code searched for it? Where not, an answer of nobody means nothing. */
  readonly searched: boolean;
}

/** A text that the change touches, with who asks for it at the head. */
export interface UsedText extends ChangedText {
  readonly uses: KeyUses;
  /** Other texts that show it. */
  readonly shownIn: readonly TextKey[];
}

export interface TextUses {
  readonly texts: readonly UsedText[];
  /** Files of texts of which nobody here can tell which they are. */
  readonly unread: readonly ChangedFile[];
  /** The catalogs of the change, by their paths. */
  readonly catalogs: ReadonlyMap<string, ReadCatalogs>;
}
