import type { TextKey } from './text-key.js';

/** A place in a file that asks for a text, or, not `sure`, may ask for it. Offsets count from 0. */
export interface KeyMatch {
  readonly key: TextKey;
  readonly at: number;
  readonly end: number;
  readonly sure: boolean;
}
