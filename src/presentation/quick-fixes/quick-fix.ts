import type { Finding } from '../../review/review.js';
import type { ReviewedChange } from '../my-change/read-review.js';
import type { TextEdit } from '../../text/text-edit.js';

/** One thing to do to one file, by its path from the root. */
export type QuickFixStep =
  /** Edits of the file's text as an editor has it, none of which overlap. */
  | { readonly kind: 'edit'; readonly path: string; readonly edits: readonly TextEdit[] }
  /** The file is there with exactly this text. */
  | { readonly kind: 'write'; readonly path: string; readonly text: string }
  | { readonly kind: 'remove'; readonly path: string };

/** A way to make one finding go away. */
export interface QuickFix {
  readonly title: string;
  readonly steps: readonly QuickFixStep[];
  /** The one to take where there is no doubt. */
  readonly isPreferred: boolean;
  /** Where a person has to do something: a command instead of steps. `path` is the file that it is asked for. */
  readonly command?: { readonly id: string; readonly path?: string };
}

/** A quick fix that edits one file. */
export function createEditFix(title: string, path: string, edits: readonly TextEdit[], isPreferred: boolean): QuickFix {
  return { title, steps: [{ kind: 'edit', path, edits }], isPreferred };
}

/** What a quick fix is computed from. */
export interface QuickFixInput {
  readonly finding: Finding;
  /** The offset of the finding in its file's text as it is now; `undefined` where it stands in no text. */
  readonly offset: number | undefined;
  readonly reviewed: Pick<ReviewedChange, 'change' | 'flags' | 'plan' | 'siblingTexts' | 'judgements'>;
  /** A file's text as an editor has it now; `undefined` where there is no such file or no text. */
  readonly readText: (path: string) => Promise<string | undefined>;
}

/** What a quick fix in an existing file is computed from. */
export interface FileFixInput extends QuickFixInput {
  /** The finding's. */
  readonly path: string;
  /** The file's text as an editor has it. */
  readonly currentText: string;
}
