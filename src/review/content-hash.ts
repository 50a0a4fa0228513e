import { createHash } from 'node:crypto';
import type { Change, FileVersion } from '../change/change.js';

/**
 * What the attestation of an item is bound to: the item's own words, and every changed path with its mode and content at the head, in the
 * order of paths, whatever order the change has them in; after them what is staged, where that is other. The same content committed or not
 * has the same hash; and so has the same change on a newer base. `isConverted`: git converts line endings here, so that what it does not
 * hold yet counts as git will store it.
 */
export function contentHash(itemText: string, change: Change, isConverted = false): string {
  const hash = createHash('sha256').update(JSON.stringify(itemText));
  let waiting = '';
  for (const each of change.staged ? [change, change.staged] : [change]) {
    const files = [...each.files].sort((a, b) => (a.path < b.path ? -1 : 1));
    for (const { path, after } of files) {
      waiting += JSON.stringify([path, after?.mode ?? '', contentOf(after, isConverted)]);
      if (waiting.length < enough) continue;
      hash.update(waiting);
      waiting = '';
    }
  }
  return hash.update(waiting).digest('hex');
}

/** Characters that are hashed together: each call takes longer than a short row. */
const enough = 2 ** 16;

/** A text is a text, and a file without one a list: no text is taken for a file that could not be read. A file that is gone has no mode. */
function contentOf(version: FileVersion | undefined, isConverted: boolean): string | readonly string[] {
  if (version === undefined) return 'gone';
  const { oid, text, unread } = version;
  if (text === undefined) return [String(unread), oid ?? ''];
  return isConverted && oid === undefined ? text.replaceAll('\r\n', '\n') : text;
}
