import type { Review } from '../review/review.js';
import { escapeJson } from '../text/escape-json.js';

/** The review object of design §7, one line; properties beyond it (`moment`, `id`, `due`, `by`, `claimedBy`, `setAside`, `files`, a finding’s `key`, `command` and `staged`) are additions. */
export function formatJson(review: Review): string {
  return `${escapeJson(JSON.stringify({ ...review, thing: undefined }))}\n`;
}
