import type { FileVersion } from '../change.js';
import { specialMode } from './file-version.js';
import type { TreeEntry } from '../../git/objects.js';
import type { RawEntry, RawSide } from './raw-entries.js';

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
