import type { Asking, Policy } from '../../policy/policy.js';
import type { CatalogEntry } from '../../catalogs/catalog.js';
import type { TextUsers } from '../../review/find-text-users.js';
import type { TypedReview } from '../findings/open-typing.js';
import type { MyChange } from '../my-change/my-change.js';
import type { ReviewedChange } from '../my-change/read-review.js';
import type { MyZone } from '../my-zone/my-zone.js';
import type { FoundPlans } from '../plan/read-plans.js';
import type { WordSearchResult } from '../words/word-index.js';

/** A repository, and the environment that git runs in. */
interface Placed {
  readonly root: string;
  readonly environment: NodeJS.ProcessEnv;
}

/** A repository, and who is asking: else git's settings decide. */
interface Asked extends Placed {
  readonly as: string | undefined;
}

/** A repository as it is judged by a policy that was read already. */
interface Judged extends Placed {
  readonly policy: Policy;
  readonly asking: Asking;
}

/** A repository whose words are read. */
export interface WordsAsked extends Judged {
  /** Files that changed since the last call, from the root. */
  readonly changed: readonly string[];
  /** What is typed and not saved, by path from the root. */
  readonly typed: ReadonlyMap<string, string>;
}

/** How much of a repository's words is known. */
export interface WordsProgress {
  readonly files: number;
  readonly of: number;
  /** Some were left out: there are more than are read. */
  readonly skipped: number;
}

/** Who waits for an answer. */
export interface Caller {
  /** Whether the answer is still wanted. */
  readonly goesOn: () => boolean;
  readonly onProgress: (now: WordsProgress) => void;
}

/**
 * What can be asked. What is given and what comes back is data, and can be sent to another process. Rejects with a `GitError`. Where the answer is no
 * longer wanted it may be `undefined`.
 */
export interface ReaderCalls {
  /** Reads the policy that counts, so that git's folder has it for whoever reads it next. */
  readonly readPolicy: (asked: Asked, caller: Caller) => Promise<void>;
  readonly readMyChange: (asked: Asked, caller: Caller) => Promise<MyChange>;
  readonly readReview: (asked: Asked, caller: Caller) => Promise<ReviewedChange | undefined>;
  readonly readMyZone: (asked: Judged, caller: Caller) => Promise<MyZone | undefined>;
  /** Besides the tracked ones, those that are named and not tracked yet. */
  readonly readPlans: (
    asked: Judged & { readonly untracked: readonly string[] },
    caller: Caller,
  ) => Promise<FoundPlans>;
  /** A number for a file that is opened for typing (`openTyping`); `undefined` where nothing is told of it. The last two are kept open. */
  readonly openTyping: (asked: Asked & { readonly path: string }, caller: Caller) => Promise<number | undefined>;
  /** `undefined` where no file is open under this number any more. */
  readonly reviewTyped: (
    asked: { readonly handle: number; readonly text: string },
    caller: Caller,
  ) => Promise<TypedReview | undefined>;
  /** Who asks for a text of a catalog (`readTextUsers`). */
  readonly readTextUsers: (
    asked: Asked & { readonly path: string; readonly text: string; readonly keys: CatalogEntry['path'] },
    caller: Caller,
  ) => Promise<TextUsers | undefined>;
  /** Reads the words that are not known yet, and tells how many there are by then. */
  readonly readWords: (asked: WordsAsked, caller: Caller) => Promise<WordsProgress>;
  /** Of the words that were read by now, those that fit best what the PM reads on the screen. */
  readonly findWords: (
    asked: { readonly root: string; readonly typed: string; readonly limit: number },
    caller: Caller,
  ) => Promise<WordSearchResult>;
}
