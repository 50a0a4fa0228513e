import { describeHost } from '../controls/describe-host.js';
import type { HostReport } from '../controls/examine-host.js';
import { comparePolicies, type PolicyComparison } from '../doctor/compare-policies.js';
import { describeComparison } from '../doctor/describe-comparison.js';
import { describeListedWave } from '../doctor/list-waves.js';
import { describePerson } from '../doctor/describe-person.js';
import { whyClosed } from '../doctor/why-closed.js';
import { standingOfPms } from '../doctor/summarize-zone.js';
import { examinePolicy, type Examination } from '../doctor/examine-policy.js';
import { planningDocMatcher } from '../planning/planning-doc-matcher.js';
import { listRules, type ListedRule } from '../policy/check-policy.js';
import type { Codeowners, Policy, PolicyProblem, PolicyTip } from '../policy/policy.js';
import type { PolicySession } from '../policy/policy-session.js';
import { listItems } from '../review/list-items.js';
import { textOption, writeAnswer, type Command, type CommandHost, type ExitCode } from './command.js';
import { describeProblem } from '../doctor/describe-problem.js';
import { interpretPolicy } from './policy/interpret-policy.js';
import { findPageHost } from './host/find-page-host.js';
import { describePolicy, readJudgedPolicy, readPolicyOf, type JudgedPolicy } from './policy/read-judged-policy.js';
import { withPolicySession } from './with-policy-session.js';

/** What the policy comes to for each PM, and the problems of its files, each with its line and what to do. */
export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'what the policy comes to for each PM, and the problems of its files, each with its line',
  usage: '[FILE | --worktree | --head REF] [--against REF] [--host]',
  formats: ['text', 'json'],
  options: {
    worktree: { type: 'boolean' },
    head: { type: 'string' },
    against: { type: 'string' },
    host: { type: 'boolean' },
  },
  help: [
    [
      'FILE',
      'what a policy would say: this file by itself, a policy file in its own place, any other as if it stood at the root as CLAUDE.md',
    ],
    ['--worktree', 'the policy files as they lie on the disk, committed or not'],
    ['--head REF', 'the policy of this branch or commit, over its files'],
    [
      '--against REF',
      'what this policy opens and closes where that of REF stood, for whom, and who is no longer judged; --format json lists each path',
    ],
    [
      '--host',
      'asks GitHub or GitLab what it enforces of the policy on the branch that everybody works from, with the token in GH_TOKEN or GITLAB_TOKEN; it only reads',
    ],
  ],
  positionals: 'one',
  run: (typed, world) =>
    withPolicySession(typed, world, {}, async (session): Promise<ExitCode> => {
      const judged = await readJudgedPolicy(session, typed, world);
      const today = world.now.toISOString().slice(0, 10);
      const { repository } = session;
      const more = await interpretPolicy(judged, repository);
      const found = inPlace(
        await examinePolicy({
          ...judged,
          repository,
          host: findPageHost(repository, world.environment)?.kind,
          today,
          more,
        }),
        judged,
      );
      const against = await compareWith(session, judged, textOption(typed, 'against'), today);
      const host = typed.values['host'] === true ? await askTheHost(session, judged, world) : undefined;
      const json = (): object => ({ ...toJson(judged, found, against), ...(host && { host }) });
      writeAnswer(typed, world, json, () => [
        ...toLines(judged, found, against),
        ...(host === undefined ? [] : describeHost(host)),
      ]);
      if (found.problems.some(({ severity }) => severity === 'error')) return 2;
      const isOpen = host?.lines.some(({ state }) => state !== 'enforced') === true;
      return isOpen || found.problems.some(({ severity }) => severity === 'warning') ? 1 : 0;
    }),
};

async function askTheHost(
  session: PolicySession,
  { policy, tracked }: JudgedPolicy,
  world: CommandHost,
): Promise<HostReport> {
  const { askHost } = await import('./host/ask-host.js');
  return askHost(session, policy, tracked.paths, world);
}

/** Problems of a file that stands in for CLAUDE.md are in that file. */
function inPlace(found: Examination, { standIn }: JudgedPolicy): Examination {
  const place = (problem: PolicyProblem): PolicyProblem =>
    standIn !== undefined && problem.file === 'CLAUDE.md' ? { ...problem, file: standIn } : problem;
  const [shut] = found.shut === undefined ? [] : [place(found.shut)];
  const rest = found.problems.filter((problem) => problem !== found.shut).map(place);
  return { ...found, shut, problems: shut === undefined ? rest : [shut, ...rest] };
}

interface Against {
  readonly policy: Policy;
  readonly comparison: PolicyComparison;
}

async function compareWith(
  session: PolicySession,
  { policy, tracked }: JudgedPolicy,
  ref: string | undefined,
  today: string,
): Promise<Against | undefined> {
  if (ref === undefined) return undefined;
  const before = await readPolicyOf(session, ref);
  return { policy: before, comparison: comparePolicies(before, policy, tracked, today) };
}

function toLines(
  { title }: JudgedPolicy,
  { shut, people, waves, from, problems }: Examination,
  against: Against | undefined,
): readonly string[] {
  const rest = problems.filter((problem) => problem !== shut);
  return [
    ...(shut === undefined ? [] : [describeProblem(shut)]),
    `Judged: ${title}`,
    ...(from === undefined ? [] : [`The pilot begins on ${from}; these figures are of that day.`]),
    ...people.map(describePerson),
    ...waves.map(describeListedWave),
    ...(against === undefined
      ? []
      : [`Against ${describePolicy(against.policy)}:`, ...describeComparison(against.comparison)]),
    ...(problems.length === 0 ? ['The policy files have no problems.'] : rest.map(describeProblem)),
  ];
}

function toJson(
  { policy, tracked }: JudgedPolicy,
  { people, waves, from, problems }: Examination,
  against: Against | undefined,
): object {
  const [{ ref, commit }] = policy.tips;
  const pms = standingOfPms(people);
  return {
    policy: {
      ref,
      commit,
      preview: policy.preview,
      tips: policy.tips.map((tip) => ({ ref: tip.ref, commit: tip.commit, file: tip.zone?.file })),
    },
    files: tracked.paths.length,
    planningDocs: tracked.paths.filter(planningDocMatcher(policy)).length,
    codeowners: policy.tips.map(({ ref: of, codeowners }) => ({
      ref: of,
      file: codeowners?.file,
      dialect: codeowners?.dialect,
      rules: codeowners?.rules.length,
    })),
    pilotFrom: from,
    pms: people.map(({ person, counts }) => ({ ...person, ...counts })),
    waves,
    ...(against && {
      against: { ref: against.policy.tips[0].ref, commit: against.policy.tips[0].commit, ...against.comparison },
    }),
    rules: policy.tips.flatMap((tip) => listRules(tip, tracked.paths, pms).map((rule) => toJsonRule(tip, rule))),
    checklist: listItems(policy).map(({ line, ...item }) => ({ ...item, file: placeOf(policy, line), line })),
    problems,
  };
}

/** The skill file of an item that stands in it; the built-in list has no file. */
function placeOf({ tips: [{ skill }] }: Policy, line: number | undefined): string | undefined {
  return line === undefined ? undefined : skill?.path;
}

function toJsonRule(
  { ref, zone, codeowners }: PolicyTip,
  { rule, count, openCount, backedBy, gap, weighed }: ListedRule,
): object {
  const { effect, glob, line, file = zone?.file } = rule;
  const own = { ref, file, line, effect, glob, files: count };
  if (effect === 'allow') {
    const { alone, closedBy, rows } = weighed ?? {};
    return { ...own, notClosed: openCount, alone, closedBy, closed: whyClosed(rows ?? []) };
  }
  if (effect === 'pair') return own;
  return { ...own, codeowners: backedBy.map((each) => `${(codeowners as Codeowners).file}:${each.line}`), gap };
}
