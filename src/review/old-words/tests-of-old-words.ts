import type { Position } from '../../text/index-lines.js';

/** Words that the change takes from all that users read, and the lines of tests that have them still. */
export interface TestsOfOldWords {
  readonly words: string;
  /** The catalog that said them, and where it says what stands there now. */
  readonly path: string;
  readonly at: Position;
  /** Lines from 1; the first few of them. */
  readonly places: readonly { readonly path: string; readonly line: number }[];
  readonly more: number;
}
