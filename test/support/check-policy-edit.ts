import assert from 'node:assert/strict';
import { comparePolicies, type PersonDifference } from '../../src/doctor/compare-policies.js';
import { describeComparison } from '../../src/doctor/describe-comparison.js';
import { weighProposal } from '../../src/gate/policy-change/weigh-proposal.js';
import type { SteeringFile } from '../../src/gate/policy-change/steering-files.js';
import { handleOf, identify } from '../../src/policy/asking.js';
import { indexOwners } from '../../src/policy/codeowners/owner-index.js';
import type { Asking, Judgement, Policy, RosterRow } from '../../src/policy/policy.js';
import { createJudges } from '../../src/policy/tracked-judge.js';
import { listItems } from '../../src/review/list-items.js';
import { readDraft } from './draft-revision.js';
import { filesOf, type PolicyParts } from './policy-drafts.js';

const today = '2027-01-11';
/** In each stretch of time between the days that the drafts name. */
const days = [today, '2027-01-15', '2027-01-17', '2027-01-20', '2027-02-01', '2027-02-08', '2027-03-01', '2027-04-01'];
const names = [
  '@maya',
  '@maya2',
  'maya@example.com',
  'maya@work.example.com',
  '1+maya@users.noreply.github.com',
  '@ola',
  'ola@example.com',
  '@max',
  'max@example.com',
  '@stranger',
];
const order = ['locked', 'pair', 'editable'];

/**
 * Holds an edit of a policy against what is said of it: each path is judged for everybody by both policies, as the gate judges it, on days of each
 * stretch of time, and what is open or asked less is said by the comparison, and opens for the gate. What is said to open does for somebody.
 */
export async function checkPolicyEdit(one: PolicyParts, other: PolicyParts): Promise<void> {
  const [was, is] = await Promise.all([readDraft(filesOf(one)), readDraft(filesOf(other))]);
  const [before, after] = [was.policy, is.policy];
  const there = new Set(is.tracked.paths);
  const tracked = {
    paths: [...there, ...was.tracked.paths.filter((path) => !there.has(path))],
    special: new Map([...[...was.tracked.special].filter(([path]) => !there.has(path)), ...is.tracked.special]),
  };
  const comparison = comparePolicies(before, after, tracked, today);
  const { people, settings, owners } = comparison;
  const hold = (isSo: boolean, what: string): void => {
    if (!isSo) assert.fail(`${what}\n${describeComparison(comparison).join('\n')}`);
  };
  // An edit in place of a file that is read, whatever it is.
  const edited = { file: { before: side, after: side }, isRead: true } as unknown as SteeringFile;
  const proposal = { policy: after, clashes: [] };
  const { effect } = await weighProposal(before, proposal, [edited], () => Promise.resolve(tracked), today);
  const opens: string[] = [];
  const others: string[] = [];
  const really = new Map<PersonDifference, Set<string>>(people.map((person) => [person, new Set()]));
  const judges = createJudges(tracked, tracked.paths);
  const known = new Map<string, ReadonlyMap<string, Judgement>>();
  const judgeOf = (policy: Policy, { kind, rows }: Asking, day: string): ReadonlyMap<string, Judgement> => {
    const key = JSON.stringify([policy === before, kind, rows, day]);
    const found =
      known.get(key) ?? judgeAll(judges({ policy, asking: { kind, names: [], rows } }, { today: day }), tracked.paths);
    known.set(key, found);
    return found;
  };

  for (const name of names) {
    const [then, now] = [identify(before, [name]), identify(after, [name])];
    const handle = name.includes('noreply') ? `@${handleOf(name)}` : name;
    const theirs = people.filter((each) => each.names.some((known) => [handle, name].includes(known.toLowerCase())));
    // Who is in neither roster is among everybody else.
    const reports = theirs.length > 0 ? theirs : people.filter((each) => each.names.length === 0);
    const isJudged = now.kind !== 'not-on-roster';
    if (then.kind === 'pilot-pm' && !isJudged) {
      opens.push(`${name} is not judged`);
      hold(
        reports.some(({ isUnjudged }) => isUnjudged),
        `${name} is not judged`,
      );
    }
    for (const day of days) {
      const [judgedThen, judgedNow] = [judgeOf(before, then, day), judgeOf(after, now, day)];
      for (const path of tracked.paths) {
        const [old, own] = [judgedThen.get(path), judgedNow.get(path)] as [Judgement, Judgement];
        const what = `${name} ${path} on ${day}: ${old.standing} → ${own.standing}`;
        if (old.standing !== own.standing || !sameSet(old.owners, own.owners)) others.push(what);
        if (!sameSet(old.owners, own.owners))
          hold(
            owners.some(({ paths }) => paths.includes(path)),
            `owners of ${path}`,
          );
        if (order.indexOf(own.standing) > order.indexOf(old.standing)) {
          for (const report of reports) really.get(report)?.add(path);
          if (isJudged) {
            opens.push(what);
            hold(
              reports.some(({ opened }) => opened.some((each) => each.path === path)),
              what,
            );
          }
        }
        const lost = conditionsOf(old).filter((each) => !conditionsOf(own).includes(each));
        if (isJudged && old.standing === 'editable' && own.standing === 'editable' && lost.length > 0) {
          opens.push(`${what}: ${lost.join()}`);
          hold(
            reports.some(({ loosened }) => loosened.some((each) => each.path === path)),
            `${what}: ${lost.join()}`,
          );
        }
      }
    }
    for (const [column, title] of Object.entries(columns)) {
      const [had, has] = [then, now].map(({ rows }) => rows.flatMap((row) => row[column as keyof typeof columns]));
      for (const gained of (has as readonly string[]).filter((each) => had?.includes(each) !== true)) {
        // Who was in no list was judged by nobody: a row closes.
        if (then.kind === 'pilot-pm') opens.push(`${title} of ${name}: ${gained}`);
        hold(
          reports.some(({ isNew }) => isNew) ||
            settings.some(
              ({ what, before: said, after: says }) =>
                what.startsWith(`${title} of`) &&
                says?.includes(gained) === true &&
                said?.split(', ').includes(gained) !== true,
            ),
          `${title} of ${name}: ${gained}`,
        );
      }
    }
  }
  for (const [person, paths] of really)
    for (const { path, isToCome } of person.opened)
      hold(isToCome === true || paths.has(path), `not opened to ${person.pm}: ${path}`);

  for (const path of tracked.paths) {
    const [many, few] = [approvalsAt(before, path), approvalsAt(after, path)];
    if (few >= many) continue;
    opens.push(`fewer approvals for ${path}`);
    hold(
      owners.some(({ paths, opens: more }) => more && paths.includes(path)),
      `${many} → ${few} approvals for ${path}`,
    );
  }

  const zone = (policy: Policy): boolean => policy.tips[0].zone !== undefined;
  const kept = itemsOf(after);
  for (const [item, weight] of itemsOf(before))
    if ((kept.get(item) ?? 0) < weight) {
      opens.push(`less of ${item}`);
      hold(
        settings.some(({ what, opens: more }) => more && /^(?:Checklist|Controls)/u.test(what)),
        `less of ${item}`,
      );
    }
  const [words, sayings] = [proseOf(before), proseOf(after)];
  for (const sentence of words.filter((each) => !sayings.includes(each))) {
    opens.push(`no sentence ${sentence}`);
    hold(
      settings.some(({ what }) => what.includes(sentence)),
      `no sentence ${sentence}`,
    );
  }
  for (const name of settingNames(before, after))
    if (zone(before) && zone(after) && settingOf(before, name) !== settingOf(after, name)) {
      others.push(name);
      const [title] = name.split(/(?=[A-Z])/u);
      hold(
        settings.some(({ what }) => what.toLowerCase().startsWith(title as string)),
        name,
      );
    }

  const isSaid = people.length + settings.length + owners.length > 0;
  const isOfWords = people.length + owners.length === 0 && settings.every(({ what }) => what.startsWith('Beside'));
  hold(effect !== 'none' || !isSaid || isOfWords, 'the gate says that nothing is another');
  hold(effect !== 'opens' || isSaid, 'the gate says that it opens, and the comparison nothing');
  if (opens.length > 0) hold(effect === 'opens', `the gate says “${effect}”: ${opens.join('\n')}`);
  if (others.length > 0) assert.notEqual(effect, 'none', others.join('\n'));
}

function judgeAll(judge: (path: string) => Judgement, paths: readonly string[]): ReadonlyMap<string, Judgement> {
  return new Map(paths.map((path) => [path, judge(path)]));
}

const side = { text: 'x', mode: '100644' };

const columns = {
  flags: 'Flags',
  reviewers: 'Reviewers',
  engineeringDris: 'Engineering DRI',
  productDris: 'Product DRI',
} as const satisfies Partial<Record<keyof RosterRow, string>>;

function conditionsOf({ conditions }: Judgement): readonly string[] {
  return conditions.map(({ kind, text }) => (kind === 'free-text' ? text : kind));
}

/** What is asked of any change by the checklist, and how hard. */
function itemsOf(policy: Policy): ReadonlyMap<string, number> {
  if (policy.tips[0].zone === undefined) return new Map();
  return new Map(
    listItems(policy)
      .filter(({ section, text }) => section !== 'Scope' || !text.startsWith('The change heeds'))
      .map(({ text, check, severity }) => [check ?? text, severity === undefined ? 1 : weights[severity]]),
  );
}

/** Of how many different lists of people the host asks an approval, and of how many of each. */
function approvalsAt({ tips: [{ codeowners }] }: Policy, path: string): number {
  if (codeowners === undefined) return 0;
  const asked = indexOwners(codeowners)
    .find(path)
    .rules.filter(({ owners, section }) => owners.length > 0 && codeowners.sections[section]?.optional !== true)
    .map(({ owners, section }) => [[...owners].sort().join(), codeowners.sections[section]?.approvals ?? 1] as const);
  return [...new Map(asked.sort(([, one], [, other]) => one - other)).values()].reduce((sum, count) => sum + count, 0);
}

const weights = { note: 2, 'needs-fix': 3, blocker: 4 };

function proseOf({ tips: [{ zone }] }: Policy): readonly string[] {
  return (zone?.prose ?? []).map(({ text }) => text);
}

function settingNames(...policies: readonly Policy[]): readonly string[] {
  return [...new Set(policies.flatMap(({ tips: [{ zone }] }) => Object.keys(zone?.settings ?? {})))];
}

function settingOf({ tips: [{ zone }] }: Policy, name: string): string {
  return JSON.stringify((zone?.settings as Readonly<Record<string, unknown>> | undefined)?.[name]);
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.every((each) => other.includes(each)) && other.every((each) => one.includes(each));
}
