import type { FileVersion } from '../change.js';
import { specialMode } from './file-version.js';
import type { TreeEntry } from '../../git/objects.js';

/** One side of a raw entry. `oid` is `undefined` if only the working tree has the content. */
export interface RawSide {
  readonly mode: string;
  readonly oid: string | undefined;
}

/** One entry of git's `--raw -z`: a path that differs. `name` is the path in git's bytes. */
export interface RawEntry {
  /** `A`, `D`, `M`, `T`, or `U` for a file in conflict. */
  readonly status: string;
  readonly name: Buffer;
  readonly before: RawSide | undefined;
  readonly after: RawSide | undefined;
}

/** Reads the output of `diff-index`, `diff-tree` or `diff-files` with `-z --raw`; stops at the first malformed entry. */
export function parseRawEntries(output: Buffer): readonly RawEntry[] {
  const entries: RawEntry[] = [];
  let at = 0;
  for (;;) {
    const found = readRawEntry(output, at);
    if (!found) return entries;
    entries.push(found.entry);
    at = found.next;
  }
}

/** Longer fields than those of a merge of so many parents as git makes are none of git's. */
const longestFields = 8000;

/**
 * The entry that begins at byte `at`, and the start of the next; `undefined` if there is none. Of a merge's (`::…`), which has a side for
 * each parent, `before` is the first parent's.
 */
export function readRawEntry(
  output: Buffer,
  at: number,
): { readonly entry: RawEntry; readonly next: number } | undefined {
  const end = output.indexOf(0, at);
  const next = end < 0 ? -1 : output.indexOf(0, end + 1);
  if (next < 0 || end - at > longestFields) return undefined;
  const found =
    /^:+(\d{6}) (?:\d{6} )*(\d{6}) ([0-9a-f]{40,64}) (?:[0-9a-f]{40,64} )*([0-9a-f]{40,64}) [A-Z]*([A-Z])\d*$/.exec(
      output.toString('latin1', at, end),
    );
  if (!found) return undefined;
  const [, oldMode = '', newMode = '', oldOid = '', newOid = '', status = ''] = found;
  return {
    entry: {
      status,
      name: output.subarray(end + 1, next),
      before: sideOf(oldMode, oldOid),
      after: sideOf(newMode, newOid),
    },
    next: next + 1,
  };
}

function sideOf(mode: string, oid: string): RawSide | undefined {
  return mode === '000000' ? undefined : { mode, oid: /^0+$/.test(oid) ? undefined : oid };
}

/** A changed path before its texts are read: each side as git holds it, or as read from the disk. */
export interface PathDifference {
  readonly path: string;
  readonly before: TreeEntry | FileVersion | undefined;
  readonly after: TreeEntry | FileVersion | undefined;
}

/** An entry whose both sides git holds. */
export function toPathDifference({ name, before, after }: RawEntry): PathDifference {
  return { path: name.toString('utf8'), before: heldIn(before), after: heldIn(after) };
}

/** Git does not hold a side without an id: it counts as missing, never as unchanged. */
function heldIn(side: RawSide | undefined): TreeEntry | FileVersion | undefined {
  if (!side) return undefined;
  const { mode, oid } = side;
  return oid === undefined ? { mode, oid, bytes: 0, unread: specialMode(mode) ?? 'missing' } : { mode, oid };
}
