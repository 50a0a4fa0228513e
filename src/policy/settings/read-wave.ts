import type { Wave } from '../policy.js';
import { normalizeWords, toPlainText, type TextToken } from '../grammar/tokenize.js';

/** What the line of a wave says of when it begins. */
export type WaveBeginning = Pick<Wave, 'from' | 'needsReview' | 'reviewed'>;

/**
 * Reads the words beside the globs of a wave: "after a compliance review", "compliance review on 2027-03-01", "from 2027-03-01". `undefined` where
 * anything else stands there: nobody could say whether the wave has begun.
 */
export function readWaveBeginning(value: readonly TextToken[]): WaveBeginning | undefined {
  const words = normalizeWords(
    toPlainText(value.map((token) => (token.kind === 'code' ? { ...token, text: ',' } : token))),
  );
  const found: { -readonly [Key in keyof WaveBeginning]: WaveBeginning[Key] } = {};
  const rest = words
    .replace(reviewed, (_, day: string) => ((found.reviewed = day), ''))
    .replace(needed, () => ((found.needsReview = true), ''))
    .replace(begins, (_, day: string) => ((found.from = day), ''))
    .replace(/(?<!\p{L})and(?!\p{L})/gu, '');
  const isRead = !/[\p{L}\p{N}]/u.test(rest) && [found.reviewed, found.from].every(isDay);
  return isRead ? found : undefined;
}

const day = '(\\d{4}-\\d\\d-\\d\\d)';
const reviewed = new RegExp(`(?:compliance review|reviewed for compliance)(?: (?:passed|done))?,?(?: on)? ${day}`, 'u');
const needed = /(?:after|needs|requires|waits for) (?:an? )?(?:fresh |new )?compliance review/u;
const begins = new RegExp(`(?:begins |starts )?(?:from|on) ${day}`, 'u');

function isDay(written: string | undefined): boolean {
  const date = new Date(`${written ?? '2000-01-01'}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written ?? '');
}
