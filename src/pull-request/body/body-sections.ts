import type { Change } from '../../change/change.js';
import type { LinkedPlan } from '../../planning/linked-plan.js';
import { type PlanSectionId, findSection } from '../../planning/plan-sections.js';
import type { Asking, Judgement } from '../../policy/policy.js';
import { basisSentence, describeVerdict, verdictSentence } from '../../formats/verdict-words.js';
import { listToConfirm } from '../../review/list-to-confirm.js';
import type { Finding, Review } from '../../review/review.js';
import { permanentLink, type HostThing, type RepositoryHost } from '../repository-host.js';
import { missingHypothesisParts } from '../../planning/missing-hypothesis-parts.js';
import { toInlineCode, toPlainMarkdown } from '../../text/plain-markdown.js';
import type { Provenance } from '../../change/read-provenance.js';
import type { Reviewers } from '../metadata/choose-reviewers.js';
import { renderDetails } from '../describe-change.js';
import type { TextChange } from '../read-text-changes.js';
import { restateTexts } from './restate-texts.js';
import { renderPlanText } from './render-plan-text.js';

/** What the plan's section says; `undefined` where it says nothing. */
export function renderSection({ plan }: Pick<LinkedPlan, 'plan'>, id: PlanSectionId): string | undefined {
  return plan === undefined ? undefined : renderPlanText(findSection(plan.doc, id)?.body ?? '');
}

/** What the plan says in short, and of texts what is so now. */
export function renderSummary({ plan }: Pick<LinkedPlan, 'plan'>, texts: readonly TextChange[]): string | undefined {
  return plan && renderPlanText(restateTexts(findSection(plan.doc, 'tldr')?.body ?? '', texts));
}

/** The plan's hypothesis; what is left of an untouched one says nothing. */
export function renderHypothesis(linked: Pick<LinkedPlan, 'plan'>): string | undefined {
  const text = renderSection(linked, 'hypothesis');
  return text === undefined || missingHypothesisParts(text).length > 2 ? undefined : text;
}

/** A link to the plan as it is in this change, which stays what it is when the plan goes on. */
export function renderPlanLink(
  { plan }: LinkedPlan,
  commit: string | undefined,
  host: RepositoryHost | undefined,
): string {
  if (plan === undefined) return 'No planning doc is linked to this change.';
  const name = plan.doc.title === undefined ? '' : `**${toPlainMarkdown(plan.doc.title, 200)}**, `;
  const status = plan.doc.status === undefined ? '' : ` (Status: ${plan.doc.status})`;
  if (commit === undefined) return `${name}${toInlineCode(plan.path)}${status}, not committed yet.`;
  const place =
    host === undefined
      ? `${toInlineCode(plan.path)} at ${toInlineCode(commit)}`
      : `[${toPlainMarkdown(plan.path, 200)}](${permanentLink(host, commit, plan.path)})`;
  return `${name}${place}${status}`;
}

/** The commit that the plan is linked at: the last of the change that touches it, else the base. */
export function findPlanCommit(plan: string, { commits, base, files: changed }: Change): string | undefined {
  const last = commits.findLast(({ files }) => files.some(({ path, oid }) => path === plan && oid !== undefined));
  return last?.oid ?? (changed.some(({ path }) => path === plan) ? undefined : base.commit);
}

/** The verdict in one sentence, what is still to do, and the table in collapsed details; the author as the roster names them. */
export function renderVerdicts(review: Review, { rows: known, names }: Asking, thing: HostThing): string {
  const own = [...names, ...known.flatMap(({ emails }) => emails)];
  const authors = known.length === 0 ? names : known.map(({ pm, handles: [handle] }) => handle ?? pm);
  const rows = review.items
    .filter(({ verdict, due }) => verdict !== 'not-applicable' || due !== undefined)
    .slice(0, 100)
    .map(
      (item) =>
        `| ${toPlainMarkdown(item.section, 60)} | ${toPlainMarkdown(item.text, 200)} | ${toPlainMarkdown(withoutOwn(forReaders(describeVerdict(item), thing), own), 300)} |`,
    );
  const open = renderFindings(review.findings.filter(({ severity }) => severity !== 'note'));
  const toConfirm = renderFindings(listToConfirm(review));
  const head = '| Section | Item | Verdict |\n| --- | --- | --- |\n';
  return [
    toPlainMarkdown(forReaders(verdictSentence(review), thing)),
    toPlainMarkdown(basisSentence({ ...review, author: { ...review.author, names: authors } })),
    ...(open === undefined ? [] : [open]),
    ...(toConfirm === undefined ? [] : [`**For the engineering DRI to look at and confirm**\n\n${toConfirm}`]),
    ...(rows.length === 0 ? [] : [renderDetails('Verdict of each item', head + rows.join('\n'))]),
  ].join('\n\n');
}

/** At most ten as a list, each with its place; `undefined` where there is none. */
function renderFindings(found: readonly Finding[]): string | undefined {
  if (found.length === 0) return undefined;
  const lines = found.slice(0, 10).map(({ path, line, message }) => {
    const place = path === undefined ? '' : `${toInlineCode(path)}${line === undefined ? '' : ` line ${line}`}: `;
    // Said once is enough.
    const said = path !== undefined && message.startsWith(`${path} `) ? message.slice(path.length + 1) : message;
    return `- ${place}${toPlainMarkdown(said, 400)}`;
  });
  return [...lines, ...(found.length > lines.length ? [`- … and ${found.length - lines.length} more`] : [])].join('\n');
}

/** Whose change it is stands above the table: their own word needs no address again in each row. */
function withoutOwn(words: string, own: readonly string[]): string {
  return own.reduce((rest, address) => rest.replace(`(${address}, says `, '(in commit '), words);
}

/** What a review tells its author, for those who read it about them. */
function forReaders(words: string, thing: HostThing): string {
  return words
    .replaceAll('pull request', thing)
    .replace(/^yours to confirm/, "the author's to confirm")
    .replace(/^Not ready yet\. Fix .*/, 'Not ready yet: the author still has to fix or confirm what is listed below.');
}

/** The rule that makes each file editable, in collapsed details; `undefined` where none is. */
export function renderAllowances(judgements: ReadonlyMap<string, Judgement>): string | undefined {
  const rows = [...judgements].flatMap(([path, { standing, because }]) => {
    const [rule] = because;
    if (standing !== 'editable' || rule === undefined) return [];
    const place = rule.line === 0 ? 'built into PM Zone' : toInlineCode(`${rule.file}:${rule.line}`);
    return [`| ${toInlineCode(path)} | ${toPlainMarkdown(rule.text, 200)} | ${place} |`];
  });
  if (rows.length === 0) return undefined;
  const rest = rows.length > 30 ? `\n\n… and ${rows.length - 30} more` : '';
  const table = `| File | Rule | Where it stands |\n| --- | --- | --- |\n${rows.slice(0, 30).join('\n')}${rest}`;
  return renderDetails('The rule that opens each file', table);
}

/** That the author asks to pair, and the paths that need an engineer with who has to approve; `undefined` where neither is. */
export function renderPairing(
  judgements: ReadonlyMap<string, Judgement>,
  { engineeringDris }: Reviewers,
  isAsked: boolean,
  thing: HostThing,
): string | undefined {
  const paths = [...judgements].filter(([, { standing }]) => standing === 'pair');
  const names = engineeringDris.map(toInlineCode).join(' or ');
  const request = `This is a draft, since its review is not ready: the author asks ${names === '' ? 'an engineer' : names} to work on it together.`;
  if (paths.length === 0) return isAsked ? request : undefined;
  const list = paths
    .slice(0, 30)
    .map(
      ([path, { because }]) =>
        `- ${toInlineCode(path)}${because[0] === undefined ? '' : `: ${toPlainMarkdown(because[0].text, 200)}`}`,
    );
  const rest = paths.length - list.length;
  return [
    ...(isAsked ? [request, ''] : []),
    `These need an engineer. ${names === '' ? 'The engineering DRI' : names} approves this ${thing} at its last commit before it can be merged.`,
    '',
    ...list,
    ...(rest > 0 ? [`- … and ${rest} more`] : []),
  ].join('\n');
}

/**
 * What the repository says of AI, and the author's word for its labels: the one place that says it. Where both are silent we do not know; that
 * is never said to be "by hand".
 */
export function renderDisclosure({ kind, evidence, files }: Provenance, { items }: Pick<Review, 'items'>): string {
  const word = authorsWord(items);
  if (kind === 'unknown') {
    return items.some(({ check, verdict }) => check === 'ai-disclosed' && verdict === 'attested')
      ? `Nothing in this change is labelled as made with AI. ${word}`
      : ['**Unknown:** the repository says nothing of AI, which does not mean that none was used.', word]
          .join(' ')
          .trim();
  }
  const named = [...files].map(([path, origin]) => `- ${toInlineCode(path)}: ${origin.kind}`);
  const rest = named.length > 30 ? `\n- … and ${named.length - 30} more` : '';
  const found = evidence.slice(0, 10).map((each) => toPlainMarkdown(each, 200));
  return [
    `The repository says that AI **${kind === 'generated' ? 'generated part of' : 'assisted with'}** this change: ${found.join('; ')}.`,
    ...(named.length === 0 ? [] : [`${named.slice(0, 30).join('\n')}${rest}`]),
    word ?? 'Of what is not named here it says nothing, which does not mean that it was written by hand.',
  ].join('\n\n');
}

const claims = [
  ['ai-disclosed', 'what AI wrote is labelled'],
  ['ai-understood', 'they understand what AI wrote'],
] as const;

/** What the author confirmed of AI and what not yet, as far as they are asked. */
function authorsWord(items: Review['items']): string | undefined {
  const asked = claims.flatMap(([check, claim]) => {
    const item = items.find((each) => each.check === check && each.verdict !== 'not-applicable');
    return item === undefined ? [] : [{ claim, isGiven: item.verdict === 'attested' }];
  });
  const sentences = [
    ['confirms', asked.filter(({ isGiven }) => isGiven)] as const,
    ['has not confirmed yet', asked.filter(({ isGiven }) => !isGiven)] as const,
  ].flatMap(([verb, those]) =>
    those.length === 0 ? [] : [`The author ${verb} ${those.map(({ claim }) => `that ${claim}`).join(', and ')}.`],
  );
  return sentences.length === 0 ? undefined : sentences.join(' ');
}

/** Names of those who are not asked that are shown. */
const mostBeyond = 20;

/** Whose approval is asked for, and who is known by a name or an address alone. */
export function renderSignOffs({ engineeringDris, productDris, others, beyond }: Reviewers): string {
  const names = (people: readonly string[]): string =>
    people.length === 0 ? 'not named, please add' : people.slice(0, 10).map(toInlineCode).join(', ');
  const rest = beyond.length > mostBeyond ? ` and ${beyond.length - mostBeyond} more` : '';
  return [
    `- [ ] Engineering DRI: ${names(engineeringDris)}`,
    `- [ ] Product DRI: ${names(productDris)}`,
    ...(others.length === 0
      ? []
      : [`- Please tell by mail or in person: ${others.slice(0, 20).map(toInlineCode).join(', ')}`]),
    ...(beyond.length === 0
      ? []
      : [
          `- Not asked to review it, since no more than 15 can be asked at once: ${beyond.slice(0, mostBeyond).map(toInlineCode).join(', ')}${rest}`,
        ]),
  ].join('\n');
}
