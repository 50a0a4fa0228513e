import type { Asking, Judgement, Policy } from '../../policy/policy.js';
import { describeReason } from '../../policy/describe-reason.js';
import { permanentLink, type RepositoryHost } from '../../pull-request/repository-host.js';
import { toInlineCode, toPlainMarkdown, toPlainTitle } from '../../text/plain-markdown.js';

export interface PairRequestInput {
  /** Paths from the root with their standings; what the PM may edit is left out. */
  readonly files: readonly { readonly path: string; readonly judgement: Judgement }[];
  readonly policy: Policy;
  readonly asking: Asking;
  /** What the PM wants, in their own words; empty where they have not said. */
  readonly intent: string;
  /** The host of the remote that has the base, for links to the rules. */
  readonly host: RepositoryHost | undefined;
}

/** A message that is ready to be sent. */
export interface PairRequest {
  /** One line, no Markdown. */
  readonly title: string;
  /** Markdown. */
  readonly body: string;
  /** Who owns the files, else the PM's engineering DRIs, as the policy has them. */
  readonly recipients: readonly string[];
}

/**
 * A request to work on files together with an engineer: what the PM wants, which files, why they are closed, who is asked. `undefined`
 * where the PM may edit all files. Text of the repository and the PM's is shown as it is; owners alone are live mentions, at most ten.
 */
export function draftPairRequest({ files, policy, asking, intent, host }: PairRequestInput): PairRequest | undefined {
  const closed = files.filter(({ judgement }) => judgement.standing !== 'editable');
  const [first] = closed;
  if (first === undefined) return undefined;
  const people = peopleFor(closed, asking);
  const wanted = intent.trim();
  return {
    title: titleOf(wanted, first.path, closed.length),
    body: [
      wanted === '' ? undefined : `**What I would like to change:** ${toPlainMarkdown(wanted, 2000)}`,
      `I would like to change ${closed.length === 1 ? 'this file' : 'these files'} together with an engineer:`,
      groups(closed)
        .map((group) => groupText(group, policy, host))
        .join('\n'),
      `**Who is asked:** ${people.length === 0 ? 'an engineer' : people.slice(0, mostPeople).map(person).join(', ')}`,
      asking.rows.length === 0
        ? undefined
        : `**Who asks:** ${asking.rows.map(({ pm }) => toPlainMarkdown(pm, 100)).join(', ')}`,
    ]
      .filter((part) => part !== undefined)
      .join('\n\n'),
    recipients: people,
  };
}

const mostPeople = 10;
const mostFiles = 20;

type ClosedFile = PairRequestInput['files'][number];

function titleOf(wanted: string, path: string, count: number): string {
  if (wanted !== '') return toPlainTitle(`Request to pair: ${wanted}`);
  return toPlainTitle(`Request to pair on ${path}${count === 1 ? '' : ` and ${others(count - 1)}`}`);
}

/** Files that are closed for the same reason stand together. */
function groups(files: readonly ClosedFile[]): readonly (readonly [ClosedFile, ...ClosedFile[]])[] {
  const found = new Map<string, [ClosedFile, ...ClosedFile[]]>();
  for (const file of files) {
    const [reason] = file.judgement.because;
    const key = `${file.judgement.standing} ${reason?.file ?? ''} ${reason?.line ?? 0} ${describeReason(file.judgement)}`;
    const group = found.get(key);
    if (group === undefined) found.set(key, [file]);
    else group.push(file);
  }
  return [...found.values()];
}

function groupText(
  group: readonly [ClosedFile, ...ClosedFile[]],
  policy: Policy,
  host: RepositoryHost | undefined,
): string {
  const { judgement } = group[0];
  const standing = judgement.standing === 'locked' ? 'Locked for PMs' : 'Only together with an engineer';
  const left = group.length - mostFiles;
  return [
    `- ${standing}: ${toPlainMarkdown(describeReason(judgement))}${describeRuleLocation(judgement, policy, host)}`,
    ...group.slice(0, mostFiles).map(({ path }) => `  - ${toInlineCode(path)}`),
    ...(left > 0 ? [`  - and ${others(left)}`] : []),
  ].join('\n');
}

/** Where the deciding rule stands; a link to exactly that line where the host has the commit. */
function describeRuleLocation(
  { because: [reason] }: Judgement,
  { tips, preview }: Policy,
  host: RepositoryHost | undefined,
): string {
  if (reason === undefined || reason.line === 0) return '';
  const words = `${reason.file}, line ${reason.line}`;
  const tip = tips.find(({ ref }) => reason.text.endsWith(` (on ${ref})`)) ?? tips[0];
  if (host === undefined || preview || tip.commit === undefined) return ` (${toPlainMarkdown(words)})`;
  return ` ([${toPlainMarkdown(words)}](${permanentLink(host, tip.commit, reason.file)}#L${reason.line}))`;
}

function peopleFor(files: readonly ClosedFile[], { rows }: Asking): readonly string[] {
  const owners = new Set(files.flatMap(({ judgement }) => judgement.owners));
  return [...(owners.size > 0 ? owners : new Set(rows.flatMap((row) => row.engineeringDris)))];
}

/** A handle or team is mentioned, so that it hears of it; anything else is shown. */
function person(name: string): string {
  return /^@[A-Za-z0-9](?:[\w-]{0,60})(?:\/[A-Za-z0-9][\w.-]{0,100}){0,3}$/.test(name) ? name : toInlineCode(name);
}

function others(count: number): string {
  return count === 1 ? 'one more file' : `${count} more files`;
}
