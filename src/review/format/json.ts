import type { Review } from '../review.js';

/** The review object of design §7, one line; properties beyond it (`moment`, `id`, `due`, `by`, `files`) are additions. */
export function formatJson(review: Review): string {
  return `${JSON.stringify(review)}\n`;
}
