import { listItemsOfDris, listToConfirm, namesBothDris, isLeftToAuthor } from './list-to-confirm.js';
import type { Finding, Review } from './review.js';

/** One thing to do, with where it stands. */
export interface Rewrite {
  readonly place: string;
  /** The finding's, where it is about one. */
  readonly id?: string;
  readonly message: string;
  /** What does it, in a terminal. */
  readonly command?: string;
  readonly severity: 'blocker' | 'needs-fix' | 'attest';
}

/** A missing plan first, then what is a risk, then what is outside the zone, then the rest (design §6). */
const order: readonly string[] = [
  'planning-linked',
  'secrets',
  'protected-data',
  'unsafe-code',
  'dependencies',
  'zone',
  'codeowners',
];

/** More of what somebody else decides is not told one by one. */
const mostToConfirm = 10;

/** What to rewrite, most important first; what the author still has to confirm comes last. */
export function listRewrites(review: Review): Rewrite[] {
  const findings = review.findings.filter((finding) => finding.severity !== 'note');
  const sorted = [...findings].sort((a, b) => rank(a) - rank(b));
  const open = review.items.filter(({ due }) => due === undefined);
  const authors = open.filter(isLeftToAuthor).length;
  // Until the pull request is there, nobody can prove what is claimed.
  const dris = listItemsOfDris({ items: open }).filter(
    ({ verdict }) => verdict !== 'claimed' || review.moment === 'pull-request',
  );
  const both = dris.filter(namesBothDris).length;
  const ask = (place: string, items: number, rest: string): readonly Rewrite[] =>
    items === 0
      ? []
      : [{ place, severity: 'attest', message: `${items === 1 ? 'One item is' : `${items} items are`} ${rest}` }];
  return [
    ...sorted.map((finding): Rewrite => ({
      place: formatLocation(finding),
      ...(finding.id !== undefined && { id: finding.id }),
      message: finding.message,
      ...(finding.command !== undefined && { command: finding.command }),
      severity: finding.severity === 'blocker' ? 'blocker' : 'needs-fix',
    })),
    ...ask(
      'pm-zone attest',
      authors,
      'yours to confirm. Read them in the table, and where they are true run pm-zone attest.',
    ),
    ...listToConfirm(review)
      .slice(0, mostToConfirm)
      .map((finding): Rewrite => ({
        place: formatLocation(finding),
        ...(finding.id !== undefined && { id: finding.id }),
        message: finding.message,
        severity: 'attest',
      })),
    ...ask(
      'engineering DRI',
      dris.length,
      `the engineering DRI's to confirm on the pull request${both === 0 ? '' : `, ${dris.length === 1 ? 'and' : `${both} of them`} the product DRI's too`}.`,
    ),
  ];
}

/** What is told of the change and asks nobody for anything: that a platform writes what was edited, that tests read the old words. */
export function listRemarks(review: Review): readonly { readonly place: string; readonly message: string }[] {
  const asked = new Set(listToConfirm(review));
  return review.findings
    .filter((finding) => finding.severity === 'note' && !asked.has(finding))
    .map((finding) => ({ place: formatLocation(finding), message: finding.message }));
}

/** What is broken in the words themselves: a file that cannot be read, a placeholder that is lost. Nobody plans around it, and it is mended where it was made. */
export function isBrokenWords({ check, severity }: Pick<Finding, 'check' | 'severity'>): boolean {
  return check === 'copy-catalog' && severity !== 'note';
}

/** What there is to fix: what blocks the change, then broken words, and then in the order in which it is told; the rest stays as it comes. */
export function sortToFix({ findings }: Pick<Review, 'findings'>): readonly Finding[] {
  const toFix = findings.filter(({ severity }) => severity !== 'note');
  const weight = (finding: Finding): number => (finding.severity === 'blocker' ? 0 : isBrokenWords(finding) ? 1 : 2);
  return toFix.sort((a, b) => weight(a) - weight(b) || rank(a) - rank(b));
}

/** `path:line:column`, as editors and terminals link it; the check's id for a finding without a file. */
function formatLocation(finding: Finding): string {
  if (finding.path === undefined) return finding.check;
  return [finding.path, finding.line, finding.column].filter((part) => part !== undefined).join(':');
}

function rank(finding: Finding): number {
  const position = order.indexOf(finding.check);
  const byCheck = position === -1 ? order.length : position;
  // Of a change that is too large to be read, all else says little.
  if (finding.check === 'size' && finding.severity === 'blocker') return -1;
  return (finding.check === 'planning-linked' ? 0 : finding.severity === 'blocker' ? 100 : 200) + byCheck;
}
