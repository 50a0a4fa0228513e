import type { Finding } from '../../review/review.js';
import { filesWithStaged } from '../../change/change.js';
import { escapeHtml } from '../../text/escape-html.js';
import { joinWords } from '../../text/join-words.js';
import { printable } from '../../text/printable.js';
import { capitalize } from '../../text/capitalize.js';
import { describeOutcome } from '../my-change/describe-outcome.js';
import { hostThing } from '../my-change/host-thing.js';
import type { MyChange } from '../my-change/my-change.js';
import type { ReviewedChange } from '../my-change/read-review.js';
import type { Step } from '../my-change/next-step.js';
import { renderPage } from '../pages/render-page.js';
import type { QuickFix } from '../quick-fixes/quick-fix.js';
import { pageScript } from './page-script.js';
import { pageStyles } from './page-styles.js';
import { renderLink, renderList } from './html.js';
import type { NextStepPart, NextStepWords } from './next-step-words.js';
import { renderConfirmations, renderDue, renderFindings, renderNotes } from './render-items.js';
import { renderFiles, renderFlags, renderPlan } from './render-rest.js';
import { renderReworded } from './render-reworded.js';
import { renderTexts } from './render-texts.js';
import { shorten } from './short-sentence.js';
import { otherAuthors } from './whose.js';

/** What the page is made of. */
export interface ChangePageInput {
  /** `undefined` until it was read, and where it could not be; `trouble` may say why. */
  readonly mine: MyChange | undefined;
  readonly isRead: boolean;
  readonly trouble?: string | undefined;
  /** The last review, be it of older content. */
  readonly reviewed: ReviewedChange | undefined;
  readonly isReviewing: boolean;
  readonly step: Step | undefined;
  readonly next: NextStepWords | undefined;
  /** The pull request that was opened of it. */
  readonly pull?:
    { readonly number: number; readonly address: string; readonly kind?: 'github' | 'gitlab' | undefined } | undefined;
  readonly fixes: ReadonlyMap<Finding, readonly QuickFix[]>;
  /** In which languages are named. */
  readonly reader: string;
}

/** The page of a change as it is now; what of it a screen reader is told when it is renewed. */
export interface ChangePage {
  readonly title: string;
  readonly status: string;
  readonly body: string;
}

/** All that the PM has to know of the change, the next step first. Text of the repository is shown as it is, never taken as markup. */
export function renderChangePage(input: ChangePageInput): ChangePage {
  const { mine, reviewed, reader, fixes } = input;
  const name = mine?.plan.plan?.doc.title?.replace(/^PLANNING:\s*/i, '') ?? mine?.branch;
  const title = name === undefined ? 'My change' : printable(`My change: ${shorten(name, 120)}`);
  const status = statusOf(input);
  const parts =
    mine === undefined
      ? []
      : [
          ...(reviewed === undefined
            ? []
            : [
                renderTexts(reviewed.texts, reader),
                renderReworded(reviewed.reworded),
                renderFlags(reviewed),
                renderFindings(reviewed, fixes),
                renderConfirmations(reviewed, reader),
              ]),
          ...(isWithoutAny(mine) ? [] : [renderPlan(mine)]),
          ...(reviewed === undefined ? [] : [renderDue(reviewed), renderNotes(reviewed)]),
          renderFiles(mine),
        ];
  const sections = parts.filter((part) => part !== '');
  const body = `<header>
<h1>${escapeHtml(title)}</h1>
<p class="state">${escapeHtml(status)}</p>
${renderWhose(input)}${renderNextStep(input)}${renderPull(input)}
</header>
${sections.length < 2 ? '' : `<nav aria-label="On this page">${renderList(sections.map(renderJump))}</nav>`}
${sections.join('\n')}`;
  return { title, status, body };
}

/** Has nothing changed that a plan could be for? */
function isWithoutAny({ change, uncommitted, plan }: MyChange): boolean {
  return filesWithStaged(change).length + uncommitted.length === 0 && plan.plan === undefined;
}

/** The document that a page begins with; later versions of it are sent to its script, which keeps focus and place. */
export function renderChangeDocument({ title, status, body }: ChangePage, reader: string, nonce: string): string {
  const live = `<p id="status" class="spoken" role="status">${escapeHtml(status)}</p>\n<div id="page">${body}</div>`;
  return renderPage({ language: reader, title, body: live, styles: pageStyles, script: pageScript }, nonce);
}

function statusOf({ mine, isRead, trouble, reviewed, isReviewing, step }: ChangePageInput): string {
  if (mine === undefined && !isRead) return 'Reading where your change stands…';
  if (mine === undefined) return trouble ?? 'Where your change stands cannot be read right now.';
  if (isReviewing) return 'Reviewing your change…';
  // Its review is about a pull request that was.
  if (step === 'merged' || step === 'next-change') return 'Merged.';
  if (step === 'taken-back') return 'Merged, and taken back since.';
  if (reviewed === undefined) return 'Not reviewed yet.';
  return reviewed.contentHash === mine.contentHash
    ? describeOutcome(reviewed.review).sentence
    : `You changed something since the review. Before that: ${describeOutcome(reviewed.review).sentence}`;
}

/** On the page itself, what is to be fixed or confirmed is further down. */
const onPage: Readonly<
  Partial<Record<NonNullable<ChangePageInput['step']>, { readonly label: string; readonly address: string }>>
> = {
  fix: { label: 'Show What to Fix', address: '#fix' },
  confirm: { label: 'Show What to Confirm', address: '#confirm' },
};

function renderNextStep({ next, step }: ChangePageInput): string {
  if (next === undefined) return '';
  const [first, ...more] = next.buttons;
  const primary = (step === undefined ? undefined : onPage[step]) ?? first;
  const sentence = next.sentence.map((part, index) => renderPart(part, index)).join('');
  const others = more.map((button, index) => renderLink({ ...button, id: `next other ${index}` }));
  const main = primary === undefined ? '' : renderLink({ ...primary, id: 'next' }, 'primary');
  return `<p>${sentence}</p>\n<p class="actions">${[main, ...others].join(' ')}</p>`;
}

/** Where another’s branch is open. */
function renderWhose({ mine, reviewed }: ChangePageInput): string {
  const others = mine === undefined || reviewed === undefined ? [] : otherAuthors(mine.change.commits, reviewed.asking);
  if (others.length === 0) return '';
  const who = joinWords(others.slice(0, mostAuthors));
  return `<p>Its commits are by <strong>${escapeHtml(who)}</strong> and none is by you, while all here is told as if it were yours. Ask them before you change it; what you change yourself begins on a branch of your own.</p>\n`;
}

const mostAuthors = 3;

function renderPull({ pull }: ChangePageInput): string {
  if (pull === undefined) return '';
  const link = renderLink({ id: 'pull', label: pull.address, address: pull.address });
  return `\n<p>${capitalize(hostThing(pull.kind))} ${pull.number}: ${link}</p>`;
}

function renderPart(part: NextStepPart, index: number): string {
  return typeof part === 'string' ? escapeHtml(part) : renderLink({ ...part, id: `next word ${index}` });
}

/** A section begins with its id and holds its heading. */
function renderJump(section: string): string {
  const [, id, heading] = /^<section id="(\w+)"[^]*?<h2[^>]*>(.*)<\/h2>/.exec(section) as unknown as readonly string[];
  return `<a id="jump-${String(id)}" href="#${String(id)}">${String(heading)}</a>`;
}
