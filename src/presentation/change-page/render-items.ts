import { describeVerdict, isNotYetDue } from '../../formats/verdict-words.js';
import type { Finding, ReviewItem } from '../../review/review.js';
import { escapeHtml } from '../../text/escape-html.js';
import { pluralize } from '../../text/pluralize.js';
import { printable } from '../../text/printable.js';
import { isOwnAddress } from '../../policy/asking.js';
import { itemForHost, sayForHost } from '../../review/for-host.js';
import { isAuthors } from '../../review/list-to-confirm.js';
import { lastNameOf } from '../../text/path-names.js';
import type { ReviewedChange } from '../my-change/read-review.js';
import { findCheckPage, documentedChecks } from '../pages/check-pages.js';
import { commandAddress } from '../pages/command-address.js';
import type { QuickFix } from '../quick-fixes/quick-fix.js';
import { findFacts } from './facts.js';
import { escapeWords, renderLink, renderList, renderSection } from './html.js';
import { findingsToFix, mostFindings } from './offered-fixes.js';

/** What there is to fix: what is the matter, where, and each way out as a button. */
export function renderFindings(reviewed: ReviewedChange, fixes: ReadonlyMap<Finding, readonly QuickFix[]>): string {
  const crashes = reviewed.review.crashes.map(
    ({ check }) =>
      `<li><p><strong>${escapeHtml(findCheckPage(check).title)}:</strong> this could not be checked, which should not happen. ${renderLink({ id: `log ${check}`, label: 'Show the log', address: commandAddress('pmZone.showLog') })} to an engineer.</p></li>`,
  );
  const all = findingsToFix(reviewed);
  const shown = all.slice(0, mostFindings).map((finding) => renderFinding(finding, reviewed, fixes.get(finding) ?? []));
  const more = all.length > mostFindings ? [`<li>… and ${all.length - mostFindings} more.</li>`] : [];
  const list = [...crashes, ...shown, ...more];
  return renderSection('fix', `To fix (${crashes.length + all.length})`, renderCards(list));
}

function renderCards(items: readonly string[]): string {
  return items.length === 0 ? '' : `<ul class="cards">${items.join('\n')}</ul>`;
}

/** Notes, which ask for nothing. */
export function renderNotes({ review }: ReviewedChange): string {
  const notes = review.findings.filter(({ severity }) => severity === 'note').slice(0, mostFindings);
  const body = renderList(
    notes.map((note) => `${escapeWords(note.message)} ${placeLink(note, `note ${review.findings.indexOf(note)}`)}`),
  );
  return renderSection('notes', 'Good to know', body);
}

function renderFinding(finding: Finding, { review, contentHash }: ReviewedChange, fixes: readonly QuickFix[]): string {
  const index = review.findings.indexOf(finding);
  const id = `finding ${finding.id ?? index}`;
  const weight = finding.severity === 'blocker' ? 'Blocks the change' : 'To fix';
  const buttons = fixes.map(({ title }, each) =>
    renderLink(
      {
        id: `${id} fix ${each}`,
        label: title,
        address: commandAddress('pmZone.applyFix', [contentHash, index, title]),
      },
      'secondary',
    ),
  );
  const what = renderLink({
    id: `${id} what`,
    label: 'What this means',
    spoken: `What this means: ${findCheckPage(finding.check).title}`,
    address: commandAddress('pmZone.explainCheck', [finding.check]),
  });
  return `<li class="${finding.severity}"><p><strong>${weight}:</strong> ${escapeWords(finding.message)}</p>
<p class="actions">${[...buttons, placeLink(finding, id), what].join(' ')}</p></li>`;
}

function placeLink({ path, line }: Finding, id: string): string {
  if (path === undefined) return '';
  const label = `${lastNameOf(path)}${line === undefined ? '' : `, line ${line}`}`;
  const address = commandAddress('pmZone.showDifference', [path, line ?? 1]);
  return renderLink({ id: `${id} place`, label, spoken: `${label}, in ${path}`, address });
}

/** What only the PM can say, with what is known of it beside it, and a button to say it. */
export function renderConfirmations(reviewed: ReviewedChange, reader: string): string {
  const items = reviewed.review.items.filter((item) => isAuthors(item) && !isNotYetDue(item));
  const open = items.filter(({ verdict }) => verdict === 'attest').length;
  const isOwn = items.every((item) => otherWord(item, reviewed) === undefined);
  const heading = open > 0 ? `For you to confirm (${open})` : isOwn ? 'Confirmed by you' : 'Confirmed by the author';
  const list = items.map((item) => renderConfirmation(item, reviewed, reader));
  return renderSection('confirm', heading, renderCards(list));
}

/** Whose word an item rests on where it is somebody else’s. */
function otherWord({ claimedBy }: ReviewItem, { asking }: ReviewedChange): string | undefined {
  return claimedBy === undefined || isOwnAddress(asking, claimedBy.address) ? undefined : printable(claimedBy.name);
}

/** Where the page has this item. */
export function itemAnchor({ id }: Pick<ReviewItem, 'id'>): string {
  return `item ${id}`;
}

function renderConfirmation(item: ReviewItem, reviewed: ReviewedChange, reader: string): string {
  const sentence = `${itemForHost(item, reviewed.review.thing).trimEnd().replace(/\.$/, '')}.`;
  const isGiven = item.verdict === 'attested';
  const id = itemAnchor(item);
  const say = (each: string): string => sayForHost(each, reviewed.review.thing);
  const facts = findFacts(item, reviewed, reader).map(say);
  const meaning = documentedChecks.includes(item.id) ? [say(findCheckPage(item.id).meaning)] : [];
  const label = isGiven ? 'Take It Back' : 'I Confirm This';
  const other = isGiven ? otherWord(item, reviewed) : undefined;
  const button =
    other !== undefined
      ? ''
      : renderLink(
          {
            id: `${id} confirm`,
            label,
            spoken: `${label}: ${sentence}`,
            address: commandAddress('pmZone.confirmItem', [reviewed.contentHash, item.id, !isGiven]),
          },
          'secondary',
        );
  const given = `<strong>✓ Confirmed${other === undefined ? '' : ` by ${escapeHtml(other)}`}</strong>`;
  return `<li><h3 id="${escapeHtml(id)}" tabindex="-1">${escapeHtml(sentence)}</h3>
${renderList(facts.map(escapeWords))}
${meaning.map((each) => `<p class="quiet">${escapeHtml(each)}</p>`).join('')}
<p class="actions">${isGiven ? given : item.setAside === undefined ? '' : `<span>${escapeHtml(describeVerdict(item))}</span>`} ${button}</p></li>`;
}

/** What others decide, or what is decided later, and who. */
export function renderDue({ review, plan, asking }: ReviewedChange): string {
  const later = review.items.filter(
    (item) => !isAuthors(item) && (isNotYetDue(item) || item.verdict === 'attest' || item.verdict === 'claimed'),
  );
  const people = (named: readonly string[] | undefined, own: readonly string[]): string =>
    [...new Set(named !== undefined && named.length > 0 ? named : own)].join(', ') || 'nobody is named yet';
  const engineers = people(
    plan.plan?.doc.engineeringDris,
    asking.rows.flatMap(({ engineeringDris }) => engineeringDris),
  );
  const products = people(
    plan.plan?.doc.productDris,
    asking.rows.flatMap(({ productDris }) => productDris),
  );
  const who = `<p>Your engineering DRI (the engineer who answers for this): <strong>${escapeHtml(engineers)}</strong>. Your product DRI: <strong>${escapeHtml(products)}</strong>.</p>`;
  const list = renderList(
    later.map(
      (item) => `${escapeHtml(itemForHost(item, review.thing))}: ${escapeHtml(describeVerdict(item, review.thing))}`,
    ),
  );
  const heading = `Due later, and with whom`;
  return renderSection(
    'due',
    heading,
    later.length === 0
      ? ''
      : `${who}<p>${pluralize(later.length, 'thing is', 'things are')} for them, or for the ${review.thing ?? 'pull request'}:</p>${list}`,
  );
}
