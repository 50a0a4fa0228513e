import { isNotYetDue } from '../../../formats/verdict-words.js';
import type { Severity } from '../../../review/check.js';
import { itemForHost } from '../../../review/for-host.js';
import { sortToFix } from '../../../review/list-rewrites.js';
import type { Finding, ItemVerdict, Review, ReviewItem } from '../../../review/review.js';
import { lastNameOf } from '../../../text/path-names.js';
import { isAuthors, isLeftToAuthor } from '../../../review/list-to-confirm.js';
import { findCheckPage } from '../../pages/check-pages.js';
import type { TreeNode } from '../tree-node.js';
import { describeItem, describeSection, headlineSection } from './describe-item.js';
import { longestName, nameItem } from './short-names.js';
import { showPage } from './show-page.js';
import { itemAnchor } from '../../change-page/render-items.js';
import { firstWords, shorten } from '../../change-page/short-sentence.js';

/** Findings that are listed below one item; more of the same say nothing new. */
const mostFindings = 30;

/**
 * The verdict table as a tree: sections, their items with the verdict in words, and below each item what was found. Items that the PM
 * is to confirm have a checkbox. What does not apply is counted, not listed.
 */
export function buildVerdictNodes({ review }: { readonly review: Review }): readonly TreeNode[] {
  const crashes = review.crashes.map(({ check }, index): TreeNode => ({
    id: `crash ${index}`,
    label: 'Could not be checked',
    tooltip: `${findCheckPage(check).title}\nThis check failed, which it should not. Show the log to an engineer.`,
    icon: 'bug',
    command: { id: 'pmZone.showLog', title: 'Show the log' },
    children: [],
  }));
  const listedFindings = new Set<Finding>();
  const toFix = new Set(review.items.filter(({ verdict }) => needsFix(verdict)).map(({ section }) => section));
  const told = sortToFix(review).map(({ check }) => check);
  const blocked = review.items.filter(({ verdict }) => verdict === 'blocker');
  blocked.sort((a, b) => told.indexOf(a.check ?? '') - told.indexOf(b.check ?? ''));
  // What there is to fix is seen without scrolling, and what blocks the change before the rest.
  const sections = new Set([
    ...blocked.map(({ section }) => section),
    ...toFix,
    ...review.items.map(({ section }) => section),
  ]);
  const listed = [...sections].map((section) => sectionNode(section, review, listedFindings));
  const rest = review.findings.filter((finding) => !listedFindings.has(finding));
  return [...crashes, ...rest.map((finding, index) => findingNode(finding, `other ${index}`)), ...listed];
}

function sectionNode(section: string, review: Review, listedFindings: Set<Finding>): TreeNode {
  const items = review.items.filter((item) => item.section === section);
  const shown = items.filter((item) => item.verdict !== 'not-applicable' || isNotYetDue(item));
  const children = shown.map((item) => itemNode(item, review, listedFindings));
  const worst = worstOf(shown);
  const description = shown.length === 0 ? 'does not apply' : describeSection(shown);
  // What is confirmed stays in sight while more is to be confirmed: the focus stays where it is.
  const opens = needsFix(worst) || (isToConfirm(review) && shown.some(isAuthors));
  return {
    // A node that is known stays as it was, so one that opens has another id.
    id: `section ${section}${opens ? ' open' : ''}`,
    label: shorten(section, longestName),
    ...(shown.length > 0 && { description: headlineSection(shown) }),
    tooltip: `${section}: ${description}`,
    ...looks[worst ?? 'not-applicable'],
    expanded: opens,
    accessibleLabel: `${section}, ${description}`,
    children,
  };
}

/** Nothing is to fix, which comes first, and something is the PM's to confirm. */
function isToConfirm({ items }: Review): boolean {
  const isToFix = items.some(({ verdict, due }) => due === undefined && needsFix(verdict));
  return !isToFix && items.some(isLeftToAuthor);
}

function itemNode(item: ReviewItem, review: Review, listedFindings: Set<Finding>): TreeNode {
  const words = describeItem(item, review.thing);
  const text = itemForHost(item, review.thing);
  const findings = review.findings.filter(({ check }) => check === item.check);
  for (const finding of findings) listedFindings.add(finding);
  const canConfirm = isAuthors(item);
  const children = findings.slice(0, mostFindings).map((finding, index) => findingNode(finding, `${item.id} ${index}`));
  const more = findings.length - children.length;
  return {
    id: `item ${item.id} ${item.text}`,
    label: nameItem(item),
    tooltip: `${text}: ${words}${canConfirm ? '\nTick it if it is true. It holds for exactly this content.' : ''}`,
    // A checkbox says it already.
    ...(!canConfirm && (isNotYetDue(item) ? { icon: 'clock' } : looks[item.verdict])),
    ...(canConfirm && { checkbox: { checked: item.verdict === 'attested', item: item.id } }),
    command: canConfirm
      ? showPage(itemAnchor(item))
      : { id: 'pmZone.explainCheck', title: 'What this means', arguments: [item.check ?? item.id] },
    expanded: item.verdict === 'blocker' || item.verdict === 'needs-fix',
    accessibleLabel: `${text}, ${words}`,
    context: `review-item-${item.verdict}`,
    children: [
      ...children,
      ...(more > 0 ? [{ id: `more ${item.id}`, label: `… and ${more} more`, children: [] }] : []),
    ],
  };
}

const severities: Readonly<
  Record<Severity, { readonly icon: string; readonly iconColor: string; readonly word: string }>
> = {
  blocker: { icon: 'error', iconColor: 'problemsErrorIcon.foreground', word: 'Blocker' },
  'needs-fix': { icon: 'warning', iconColor: 'problemsWarningIcon.foreground', word: 'Needs fix' },
  note: { icon: 'info', iconColor: 'problemsInfoIcon.foreground', word: 'Note' },
};

function findingNode(finding: Finding, place: string): TreeNode {
  const { check, message, path, line, column, severity } = finding;
  const { word, ...look } = severities[severity];
  const at = path === undefined ? undefined : `${path}${line === undefined ? '' : `:${line}`}`;
  return {
    id: `finding ${place}`,
    label: nameFinding(finding),
    tooltip: `${word}: ${message}${at === undefined ? '' : `\n${at}`}`,
    ...look,
    accessibleLabel: `${word}: ${message}${at === undefined ? '' : `, ${at}`}`,
    ...(path === undefined
      ? { command: { id: 'pmZone.explainCheck', title: 'What this means', arguments: [check] } }
      : { open: { path, ...(line !== undefined && { line }), ...(column !== undefined && { column }) } }),
    context: 'review-finding',
    children: [],
  };
}

/** By what it is about, as the item above it says what is the matter: the text or flag, else the file. */
function nameFinding({ key, path, line, message }: Finding): string {
  if (key !== undefined) return shorten(key.name, longestName);
  if (path === undefined) return firstWords(message, longestName);
  const place = line === undefined ? '' : `:${line}`;
  return `${shorten(lastNameOf(path), longestName - place.length)}${place}`;
}

function needsFix(verdict: ItemVerdict | undefined): boolean {
  return verdict === 'blocker' || verdict === 'needs-fix';
}

const order: readonly ItemVerdict[] = ['blocker', 'needs-fix', 'attest', 'claimed', 'attested', 'pass'];

function worstOf(items: readonly ReviewItem[]): ItemVerdict | undefined {
  const due = items.filter((item) => !isNotYetDue(item) && !(item.verdict === 'attest' && item.by !== 'author'));
  return order.find((verdict) => due.some((item) => item.verdict === verdict));
}

const looks: Readonly<Record<ItemVerdict, { readonly icon: string; readonly iconColor?: string }>> = {
  pass: { icon: 'pass', iconColor: 'testing.iconPassed' },
  attested: { icon: 'pass', iconColor: 'testing.iconPassed' },
  'needs-fix': { icon: 'warning', iconColor: 'problemsWarningIcon.foreground' },
  blocker: { icon: 'error', iconColor: 'problemsErrorIcon.foreground' },
  attest: { icon: 'question' },
  claimed: { icon: 'organization' },
  'not-applicable': { icon: 'dash' },
};
