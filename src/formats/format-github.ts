import type { GateVerdict } from '../gate/gate-verdict.js';
import type { Severity } from '../review/check.js';
import type { Review } from '../review/review.js';
import { printable } from '../text/printable.js';
import { describeItem, listTroubles, outcomeSentence } from './gate-words.js';
import { policySentence } from './policy-change-words.js';
import { verdictSentence } from './verdict-words.js';

const levels: Readonly<Record<Severity, string>> = { blocker: 'error', 'needs-fix': 'warning', note: 'notice' };

/**
 * Workflow commands that GitHub Actions shows as annotations (GitHub's "Workflow commands": data escapes `%`, CR and LF, properties
 * also `:` and `,`).
 */
export function formatGithub(review: Review): string {
  const level = review.verdict === 'ready' ? 'notice' : 'error';
  return `${[...annotations(review), annotation(level, 'PM Zone', verdictSentence(review))].join('\n')}\n`;
}

/** The same of a verdict of the gate: beside the findings, each open item with who closes it and how. */
export function formatGateGithub(verdict: GateVerdict): string {
  const { review, outcome, items, waived, policyChange } = verdict;
  const findings = review.findings.filter(({ id }) => !waived.has(id));
  const open = items.filter(({ state }) => state === 'pm' || state === 'waits');
  return `${[
    ...annotations({ ...review, findings }),
    ...listTroubles(verdict).map((trouble) => annotation('error', 'PM Zone', trouble)),
    ...open.map((item) =>
      annotation(
        item.state === 'pm' ? 'error' : 'notice',
        `PM Zone: ${item.id}`,
        `${item.text}: ${describeItem(item)}`,
      ),
    ),
    ...(policyChange === undefined
      ? []
      : [annotation('notice', 'PM Zone: policy-change', policySentence(policyChange))]),
    annotation(outcome === 'not-ready' ? 'error' : 'notice', 'PM Zone', outcomeSentence(verdict)),
  ].join('\n')}\n`;
}

function annotations(review: Pick<Review, 'findings' | 'crashes'>): readonly string[] {
  const lines = review.findings.map(({ check, severity, message, path, line, column }) => {
    const place = [
      ...(path === undefined ? [] : [`file=${property(path)}`]),
      ...(line === undefined ? [] : [`line=${line}`]),
      ...(column === undefined ? [] : [`col=${column}`]),
      `title=${property(`PM Zone: ${check}`)}`,
    ].join(',');
    return `::${levels[severity]} ${place}::${data(message)}`;
  });
  const crashes = review.crashes.map(({ check, message }) =>
    annotation('error', `PM Zone: ${check}`, `The check could not run: ${message}`),
  );
  return [...lines, ...crashes];
}

function annotation(level: string, title: string, message: string): string {
  return `::${level} title=${property(title)}::${data(message)}`;
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
