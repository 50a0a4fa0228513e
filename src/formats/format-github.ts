import type { Severity } from '../review/check.js';
import type { Review } from '../review/review.js';
import { printable } from '../text/printable.js';
import { verdictSentence } from './verdict-words.js';

const levels: Readonly<Record<Severity, string>> = { blocker: 'error', 'needs-fix': 'warning', note: 'notice' };

/**
 * Workflow commands that GitHub Actions shows as annotations (GitHub's "Workflow commands": data escapes `%`, CR and LF, properties
 * also `:` and `,`).
 */
export function formatGithub(review: Review): string {
  const lines = review.findings.map(({ check, severity, message, path, line, column }) => {
    const place = [
      ...(path === undefined ? [] : [`file=${property(path)}`]),
      ...(line === undefined ? [] : [`line=${line}`]),
      ...(column === undefined ? [] : [`col=${column}`]),
      `title=${property(`PM Zone: ${check}`)}`,
    ].join(',');
    return `::${levels[severity]} ${place}::${data(message)}`;
  });
  const crashes = review.crashes.map(
    ({ check, message }) =>
      `::error title=${property(`PM Zone: ${check}`)}::${data(`The check could not run: ${message}`)}`,
  );
  const level = review.verdict === 'ready' ? 'notice' : 'error';
  return `${[...lines, ...crashes, `::${level} title=PM Zone::${data(verdictSentence(review))}`].join('\n')}\n`;
}

function data(text: string): string {
  return text
    .replace(/[^\r\n]+/g, printable)
    .replace(/%/g, '%25')
    .replace(/\r/g, '%0D')
    .replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
