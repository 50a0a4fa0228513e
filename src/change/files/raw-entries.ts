import type { FileVersion } from '../change.js';
import { specialMode } from './file-version.js';
import type { TreeEntry } from '../../git/objects.js';

/** One side of a raw entry. `oid` is `undefined` if only the working tree has the content. */
export type RawSide = TreeEntry | { readonly mode: string; readonly oid: undefined };

/** One entry of git's `--raw -z`: a path that differs. `name` is the path in git's bytes, one character each. */
export interface RawEntry {
  /** `A`, `D`, `M`, `T`, or `U` for a file in conflict. */
  readonly status: string;
  readonly name: string;
  readonly before: RawSide | undefined;
  readonly after: RawSide | undefined;
}

/** Reads the output of `diff-index`, `diff-tree` or `diff-files` with `-z --raw`; stops at the first malformed entry. */
export function parseRawEntries(output: Buffer): readonly RawEntry[] {
  // One string for all: its slices share its memory, which keeps a hundred thousand entries cheap.
  const text = output.toString('latin1');
  const entries: RawEntry[] = [];
  let at = 0;
  for (;;) {
    const found = readRawEntry(text, at);
    if (!found) return entries;
    entries.push(found.entry);
    at = found.next;
  }
}

/** Longer fields than those of a merge of so many parents as git makes are none of git's. */
const longestFields = 8000;

/**
 * The entry that begins at `at`, and the start of the next; `undefined` if there is none. `output` has one character for each byte. Of a
 * merge's (`::…`), which has a side for each parent, `before` is the first parent's.
 */
export function readRawEntry(
  output: string,
  at: number,
): { readonly entry: RawEntry; readonly next: number } | undefined {
  const end = output.indexOf('\0', at);
  const next = end < 0 ? -1 : output.indexOf('\0', end + 1);
  if (next < 0 || end - at > longestFields) return undefined;
  const found =
    /^:+(\d{6}) (?:\d{6} )*(\d{6}) ([0-9a-f]{40,64}) (?:[0-9a-f]{40,64} )*([0-9a-f]{40,64}) [A-Z]*([A-Z])\d*$/.exec(
      output.slice(at, end),
    );
  if (!found) return undefined;
  const [, oldMode = '', newMode = '', oldOid = '', newOid = '', status = ''] = found;
  return {
    entry: {
      status,
      name: output.slice(end + 1, next),
      before: sideOf(oldMode, oldOid),
      after: sideOf(newMode, newOid),
    },
    next: next + 1,
  };
}

function sideOf(mode: string, oid: string): RawSide | undefined {
  if (mode === '000000') return undefined;
  const isPlain = mode === plainOnDisk.mode;
  if (/^0+$/.test(oid)) return isPlain ? plainOnDisk : { mode, oid: undefined };
  return { mode: isPlain ? plainOnDisk.mode : mode, oid };
}

/** Shared, as nearly all sides have this mode. */
const plainOnDisk = { mode: '100644', oid: undefined } as const;

const plainMissing: FileVersion = { ...plainOnDisk, bytes: 0, unread: 'missing' };

/** A path from its bytes, one character each. */
export function decodeName(name: string): string {
  return /[^\0-\x7f]/.test(name) ? Buffer.from(name, 'latin1').toString('utf8') : name;
}

/** A changed path before its texts are read: each side as git holds it, or as read from the disk. */
export interface PathDifference {
  readonly path: string;
  readonly before: TreeEntry | FileVersion | undefined;
  readonly after: TreeEntry | FileVersion | undefined;
}

/** An entry whose both sides git holds. */
export function toPathDifference({ name, before, after }: RawEntry): PathDifference {
  return { path: decodeName(name), before: before && heldIn(before), after: after && heldIn(after) };
}

/** Git does not hold a side without an id: it counts as missing, never as unchanged. */
function heldIn(side: RawSide): TreeEntry | FileVersion {
  if (side === plainOnDisk) return plainMissing;
  return side.oid === undefined ? { ...side, bytes: 0, unread: specialMode(side.mode) ?? 'missing' } : side;
}
