import { createHash } from 'node:crypto';
import type { Change } from '../change/change.js';

/**
 * What the attestation of an item is bound to: the item's own words, and every changed path with its mode and content at the head, in the
 * order of paths, whatever order the change has them in; after them what is staged, where that is other. The same content committed or not
 * has the same hash.
 */
export function contentHash(itemText: string, change: Change): string {
  const hash = createHash('sha256').update(JSON.stringify(itemText));
  for (const each of change.staged ? [change, change.staged] : [change]) {
    const files = [...each.files].sort((a, b) => (a.path < b.path ? -1 : 1));
    for (const { path, after } of files) {
      const content = after === undefined ? 'gone' : (after.text ?? `${after.unread ?? ''} ${after.oid ?? ''}`);
      hash.update(JSON.stringify([path, after?.mode ?? '', content]));
    }
  }
  return hash.digest('hex');
}
