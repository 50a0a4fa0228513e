import assert from 'node:assert/strict';
import type { Evidence } from '../../src/gate/evidence.js';

/** What says less than anything else in its place. */
const weaker: Readonly<Record<string, unknown>> = {
  'evidence.approvals': 'outlive-push',
  'evidence.pullRequest.head.repository': 'project 8',
};

/**
 * Holds `read` to prove nothing that `whole` does not: each part is the same or `null` (waivers: none), no entry of a list is missing or
 * other, and where something is lost, `unread` says so.
 */
export function assertNotWrong(read: Evidence, whole: Evidence, what: string): void {
  let lost = 0;
  const compare = (got: unknown, expected: unknown, place: string): void => {
    if (weaker[place] === got && got !== expected) {
      lost++;
    } else if (place.endsWith('.canWrite') && got === false) {
      // Says less than anything else, and needs no reason: who is no member is not found.
    } else if (got === null || (place.endsWith('.waives') && Array.isArray(got) && got.length === 0)) {
      if (JSON.stringify(got) !== JSON.stringify(expected)) lost++;
    } else if (typeof got !== 'object' || typeof expected !== 'object' || expected === null) {
      assert.deepEqual(got, expected, place);
    } else {
      assert.deepEqual(Object.keys(got), Object.keys(expected), place);
      for (const [key, value] of Object.entries(got)) {
        compare(value, expected[key as keyof typeof expected], `${place}.${key}`);
      }
    }
  };
  compare({ ...read, unread: '', readAt: '' }, { ...whole, unread: '', readAt: '' }, 'evidence');
  assert(lost === 0 || read.unread.length > whole.unread.length, `${what}: something is lost, and nothing says so`);
}
