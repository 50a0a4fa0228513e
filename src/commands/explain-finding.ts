import { findCheckPage } from '../presentation/pages/check-pages.js';
import type { ReviewContext } from '../review/check.js';
import type { Finding, Review } from '../review/review.js';
import { whoToAsk } from '../review/who-to-ask.js';
import { UsageError } from './command.js';

/**
 * What was read and decided for the finding of that id, line by line: what it is, what its check goes by, the rules that took part, how to fix it, and
 * who can say that it is a false alarm. Throws a usage error where the review has no such finding.
 */
export function explainFinding(
  id: string,
  review: Review,
  context: Pick<ReviewContext, 'asking'>,
): { readonly finding: Finding; readonly lines: readonly string[] } {
  const finding = review.findings.find((each) => each.id === id);
  if (finding === undefined) {
    throw new UsageError(
      `this review has no finding called ${id}. It may be gone, or have another name since its file was edited: run pm-zone review with the same options, which lists them.`,
    );
  }
  const { check, severity, message, because } = finding;
  const page = findCheckPage(check);
  const items = review.items.filter((item) => item.check === check);
  return {
    finding,
    lines: [
      `${severityWords[severity]} by the check ${check}: ${page.title}`,
      message,
      '',
      'What the check goes by:',
      `  ${page.meaning}`,
      'What it read:',
      ...whatWasRead(finding, review).map((line) => `  ${line}`),
      ...because.map(({ file, line, text }) => `  ${file}:${line}  ${text}`),
      ...(items.length === 0 ? [] : ['What it decides:', ...items.map(({ section, text }) => `  ${section}: ${text}`)]),
      'How to fix it:',
      ...page.fixes.map((step) => `  - ${step}`),
      'If it is a false alarm:',
      `  ${whoToAsk(context)} can waive it on the pull request by its name, ${id}, for exactly this content. Nobody can waive it here.`,
    ],
  };
}

const severityWords = { blocker: 'Blocked', 'needs-fix': 'To be fixed', note: 'Noted' } as const;

function whatWasRead({ path, line, key }: Finding, { base, head }: Review): readonly string[] {
  const whole = 'The change as a whole, its commits and its planning doc.';
  if (path === undefined) return [whole];
  const place = line === undefined ? path : `${path}, line ${line}`;
  return [
    `${place}: as ${base.ref} has it, and as ${head.ref} has it.`,
    ...(key?.comparedWith === undefined ? [] : [`${key.comparedWith}, with which it is compared.`]),
  ];
}
