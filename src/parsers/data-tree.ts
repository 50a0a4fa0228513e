import type { Position } from '../text/index-lines.js';

/** A date and any other value that JSON lacks stays text: as written in the newer reading, with its type in the older. */
export type DataValue = string | number | boolean | null;

interface DataCommon {
  readonly at: Position;
  /** The anchor that is defined here. */
  readonly anchor?: string;
  /** The anchor that this is a copy of. */
  readonly alias?: string;
}

/** `value` is the reading of YAML 1.2, `older` that of YAML 1.1 (where `on` is a truth value and `010` is 8). */
export interface DataScalar extends DataCommon {
  readonly kind: 'scalar';
  readonly text: string;
  readonly value: DataValue;
  readonly older: DataValue;
}

export interface DataList extends DataCommon {
  readonly kind: 'list';
  readonly items: readonly DataNode[];
}

/** `entries` are its own, then those from merge keys (`<<`); `merges` are the merge keys' values as written. */
export interface DataMap extends DataCommon {
  readonly kind: 'map';
  readonly entries: readonly DataEntry[];
  readonly merges: readonly DataNode[];
}

/** `key` is the key's text, unquoted; `merged` if it is from a merge key. */
export interface DataEntry {
  readonly key: string;
  readonly at: Position;
  readonly node: DataNode;
  readonly merged: boolean;
}

/** YAML or JSON with aliases resolved: one node may be reached in several ways, never from within itself. */
export type DataNode = DataScalar | DataList | DataMap;

/** A fault in the text. `fatal`: nothing of the file can be read. */
export interface DataProblem {
  readonly message: string;
  readonly at: Position;
  readonly fatal: boolean;
}

/** `root` is `undefined` if the text is empty or a problem is fatal. */
export interface DataReading {
  readonly root: DataNode | undefined;
  readonly problems: readonly DataProblem[];
  /** Lines such as `%YAML 1.1` above a YAML document: they choose how programs read the rest of it. */
  readonly directives?: readonly string[];
}

/**
 * Limits on characters of text, nodes with all aliases followed (a long text counts as several), and levels of nesting.
 */
export const dataLimits = { characters: 256 * 1024, nodes: 100_000, depth: 64 } as const;

export const tooLargeMessage = `This file is too large to check (over ${dataLimits.characters / 1024} KB). Split it, or pair with an engineer.`;
export const tooNestedMessage =
  'From here on this file is nested too deeply to check. Make it flatter, or pair with an engineer.';

/** A reading of an unreadable text. */
export function createUnreadable(message: string, at: Position = { line: 1, column: 1 }): DataReading {
  return { root: undefined, problems: [{ message, at, fatal: true }] };
}
