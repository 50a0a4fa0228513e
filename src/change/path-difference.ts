import type { FileVersion } from './change.js';
import { specialMode } from './file-version.js';
import type { TreeEntry } from '../repository/objects.js';
import type { RawEntry, RawSide } from './raw-entries.js';

/** What is known of a changed path before its texts are: where git holds each side, or the version that the disk gave. */
export interface PathDifference {
  readonly path: string;
  readonly before: TreeEntry | FileVersion | undefined;
  readonly after: TreeEntry | FileVersion | undefined;
}

/** An entry whose both sides git holds. */
export function differenceFrom({ name, before, after }: RawEntry): PathDifference {
  return { path: name.toString('utf8'), before: heldIn(before), after: heldIn(after) };
}

/** A side without an id is one that git does not hold: read as missing, never as unchanged. */
function heldIn(side: RawSide | undefined): TreeEntry | FileVersion | undefined {
  if (!side) return undefined;
  const { mode, oid } = side;
  return oid === undefined ? { mode, oid, bytes: 0, unread: specialMode(mode) ?? 'missing' } : { mode, oid };
}
