import type { List } from 'mdast';
import { findNamedPaths } from '../list-items/close-paths.js';
import { tokenize, type TextToken } from '../grammar/tokenize.js';

/** One item of a list, with the lists in it. `isTask`: it has a box to tick. */
export interface SectionListItem {
  readonly tokens: readonly TextToken[];
  readonly nested: readonly List[];
  readonly isTask: boolean;
}

/** The paths that a list names at its own level and below, for finding its lead. */
export function globsOf(list: List): readonly string[] {
  return findNamedPaths(tokenize(list)).map(({ text }) => text);
}
