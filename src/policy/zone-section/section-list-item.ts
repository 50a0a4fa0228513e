import type { FootnoteDefinition, List } from 'mdast';
import { findNamedPaths } from '../list-items/close-paths.js';
import { tokenize, type TextToken } from '../grammar/tokenize.js';

/** One item of a list, with the lists in it. `box`: the mark of the box that stands before it, if one does. */
export interface SectionListItem {
  readonly tokens: readonly TextToken[];
  readonly nested: readonly List[];
  /** The footnotes whose text stands in it. */
  readonly notes?: readonly FootnoteDefinition[];
  readonly box?: 'ticked' | 'empty' | undefined;
}

/** The paths that a list names at its own level and below, for finding its lead. */
export function globsOf(list: List): readonly string[] {
  return findNamedPaths(tokenize(list)).map(({ text }) => text);
}
