import type { Commit } from '../change/change.js';
import type { LinkedPlan } from '../planning/linked-plan.js';
import { type PlanSectionId, findSection } from '../planning/plan-sections.js';
import type { Judgement } from '../policy/policy.js';
import { groundsSentence, itemWords, verdictSentence } from '../review/format/words.js';
import type { Review } from '../review/review.js';
import { permanentLink, type Host } from './host.js';
import { missingParts } from '../planning/hypothesis.js';
import { code, plain } from './plain-markdown.js';
import type { Provenance } from '../change/provenance.js';
import type { Reviewers } from './reviewers.js';
import { details } from './what-changed.js';

/** What the plan's section says, each line escaped; lists stay lists. `undefined` where it says nothing. */
export function planText({ plan }: Pick<LinkedPlan, 'plan'>, id: PlanSectionId): string | undefined {
  const body = plan === undefined ? undefined : findSection(plan.doc, id)?.body;
  const lines = (body ?? '')
    .slice(0, 3000)
    .split('\n', 40)
    .filter((line) => /[\p{L}\p{N}]/u.test(line));
  if (lines.length === 0) return undefined;
  return lines
    .map((line) => {
      const item = /^\s{0,8}(?:[-*+]|\d{1,9}[.)])\s+(.*)$/.exec(line);
      const text = (item?.[1] ?? line).replace(/\*\*|__|^#{1,6}\s|^>\s?/g, '').replace(/`/g, '');
      return item === null ? plain(text, 800) : `- ${plain(text, 800)}`;
    })
    .join('\n');
}

/** The plan's hypothesis; what is left of an untouched one says nothing. */
export function hypothesis(linked: Pick<LinkedPlan, 'plan'>): string | undefined {
  const text = planText(linked, 'hypothesis');
  return text === undefined || missingParts(text).length > 2 ? undefined : text;
}

/** A link to the plan as it is in this change, which stays what it is when the plan goes on. */
export function planLink({ plan }: LinkedPlan, commit: string | undefined, host: Host | undefined): string {
  if (plan === undefined) return 'No planning doc is linked to this change.';
  const name = plan.doc.title === undefined ? '' : `**${plain(plan.doc.title, 200)}**, `;
  const status = plan.doc.status === undefined ? '' : ` (${plan.doc.status})`;
  if (commit === undefined) return `${name}${code(plan.path)}${status}, not committed yet.`;
  const place =
    host === undefined
      ? `${code(plan.path)} at ${code(commit)}`
      : `[${plain(plan.path, 200)}](${permanentLink(host, commit, plan.path)})`;
  return `${name}${place}${status}`;
}

/** The commit that the plan is linked at: the last of the change that touches it, else the base. */
export function planCommit(
  path: string,
  commits: readonly Commit[],
  base: string | undefined,
  changed: boolean,
): string | undefined {
  return (
    commits.findLast(({ files }) => files.some((file) => file.path === path && file.oid !== undefined))?.oid ??
    (changed ? undefined : base)
  );
}

/** The flag and how to roll back: seed 000 has a flag flip, in seconds. */
export function rollback({ plan }: Pick<LinkedPlan, 'plan'>, touched: readonly string[]): string {
  const flags = [...new Set([...(plan?.doc.flags ?? []), ...touched])].slice(0, 20);
  const written = planText({ plan }, 'rollout');
  const flip =
    flags.length === 0
      ? 'No flag is named for this change. To roll back, revert this pull request.'
      : `Flag: ${flags.map(code).join(', ')}. To roll back, turn ${flags.length === 1 ? 'it' : 'them'} off: seconds, no release.`;
  // One line, as the template begins with, says the same as ours.
  return written === undefined || (flags.length > 0 && !written.includes('\n')) ? flip : `${flip}\n\n${written}`;
}

/** The verdict in one sentence, what is still to do, and the table in collapsed details. */
export function verdicts(review: Review): string {
  const rows = review.items
    .filter(({ verdict, due }) => verdict !== 'not-applicable' || due !== undefined)
    .slice(0, 100)
    .map((item) => `| ${plain(item.section, 60)} | ${plain(item.text, 200)} | ${itemWords(item)} |`);
  const open = review.findings.filter(({ severity }) => severity !== 'note');
  const findings = open.slice(0, 10).map(({ path, line, message }) => {
    const place = path === undefined ? '' : `${code(path)}${line === undefined ? '' : ` line ${line}`}: `;
    return `- ${place}${plain(message, 400)}`;
  });
  return [
    plain(verdictSentence(review)),
    plain(groundsSentence(review)),
    ...(findings.length === 0
      ? []
      : [
          findings.join('\n') +
            (open.length > findings.length ? `\n- … and ${open.length - findings.length} more` : ''),
        ]),
    ...(rows.length === 0
      ? []
      : [details('Verdict of each item', `| Section | Item | Verdict |\n| --- | --- | --- |\n${rows.join('\n')}`)]),
  ].join('\n\n');
}

/** The rule that makes each file editable, in collapsed details; `undefined` where none is. */
export function allowances(judgements: ReadonlyMap<string, Judgement>): string | undefined {
  const rows = [...judgements].flatMap(
    ([
      path,
      {
        standing,
        because: [rule],
      },
    ]) =>
      standing === 'editable' && rule !== undefined
        ? [
            `| ${code(path)} | ${plain(rule.text, 200)} | ${code(rule.line === 0 ? rule.file : `${rule.file}:${rule.line}`)} |`,
          ]
        : [],
  );
  if (rows.length === 0) return undefined;
  const rest = rows.length > 30 ? `\n\n… and ${rows.length - 30} more` : '';
  const table = `| File | Rule | Where it stands |\n| --- | --- | --- |\n${rows.slice(0, 30).join('\n')}${rest}`;
  return details('The rule that opens each file', table);
}

/** The paths that need an engineer, and who has to approve; `undefined` where there are none. */
export function pairing(
  judgements: ReadonlyMap<string, Judgement>,
  { engineeringDris }: Reviewers,
): string | undefined {
  const paths = [...judgements].filter(([, { standing }]) => standing === 'pair');
  if (paths.length === 0) return undefined;
  const who = engineeringDris.length === 0 ? 'The engineering DRI' : engineeringDris.map(code).join(' or ');
  const list = paths
    .slice(0, 30)
    .map(
      ([path, { because }]) => `- ${code(path)}${because[0] === undefined ? '' : `: ${plain(because[0].text, 200)}`}`,
    );
  const rest = paths.length - list.length;
  return [
    `These need an engineer. ${who} approves this pull request at its last commit before it can be merged.`,
    '',
    ...list,
    ...(rest > 0 ? [`- … and ${rest} more`] : []),
  ].join('\n');
}

/** Where the repository is silent we do not know; that is never said to be "by hand". */
export function disclosure({ kind, evidence, files }: Provenance): string {
  if (kind === 'unknown')
    return '**Unknown:** the repository says nothing of AI, which does not mean that none was used.';
  const named = [...files].map(([path, origin]) => `- ${code(path)}: ${origin.kind}`);
  const rest = named.length > 30 ? `\n- … and ${named.length - 30} more` : '';
  const found = evidence.slice(0, 10).map((each) => plain(each, 200));
  return [
    `The repository says that AI **${kind === 'generated' ? 'generated part of' : 'assisted with'}** this change: ${found.join('; ')}.`,
    ...(named.length === 0 ? [] : [`${named.slice(0, 30).join('\n')}${rest}`]),
    'Of what is not named here it says nothing, which does not mean that it was written by hand.',
  ].join('\n\n');
}

/** Whose approval is asked for, and who is known by a name or an address alone. */
export function signOffs({ engineeringDris, productDris, others }: Reviewers): string {
  const names = (people: readonly string[]): string =>
    people.length === 0 ? 'not named, please add' : people.slice(0, 10).map(code).join(', ');
  return [
    `- [ ] Engineering DRI: ${names(engineeringDris)}`,
    `- [ ] Product DRI: ${names(productDris)}`,
    ...(others.length === 0 ? [] : [`- Please tell by mail or in person: ${others.slice(0, 20).map(code).join(', ')}`]),
  ].join('\n');
}
