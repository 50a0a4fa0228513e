import { printable } from '../text/printable.js';

/** What a host is told of one commit: the gate's outcome, and in a few words what is missing. */
export interface OutcomeStatus {
  readonly repository: string;
  /** The commit that was judged. */
  readonly commit: string;
  /** The branch that it was judged against: a verdict belongs to both, so the status is named after it. */
  readonly base: string;
  readonly outcome: 'not-ready' | 'waits' | 'ready';
  readonly description: string;
  /** An https page with the whole answer. */
  readonly page?: string;
}

/** The name under which a status stands: like no job's. */
export function statusName(base: string): string {
  return `pm-zone (${base})`;
}

/** One line of at most `most` characters. */
export function shorten(description: string, most: number): string {
  const line = printable(description.replace(/\s+/g, ' ').trim());
  if (line.length <= most) return line;
  // Half of a character beyond the sixteen-bit plane is none.
  return `${line.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Whether a page may be linked to: an address that is no https page is left out. */
export function isPage(page: string | undefined): page is string {
  return page !== undefined && URL.canParse(page) && new URL(page).protocol === 'https:';
}
