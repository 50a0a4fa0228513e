import { describeHost } from '../controls/describe-host.js';
import type { HostReport } from '../controls/examine-host.js';
import { comparePolicies } from '../doctor/compare-policies.js';
import { describeComparison } from '../doctor/describe-comparison.js';
import { describeListedWave } from '../doctor/list-waves.js';
import { describePerson } from '../doctor/describe-person.js';
import { examinePolicy, type Examination } from '../doctor/examine-policy.js';
import { joinWords } from '../text/join-words.js';
import { forEngineer, listDescribedWords } from '../policy/check-policy.js';
import type { Policy, PolicyProblem } from '../policy/policy.js';
import type { PolicySession } from '../policy/policy-session.js';
import { textOption, writeAnswer, type Command, type CommandHost, type ExitCode } from './command.js';
import { describeProblem } from '../doctor/describe-problem.js';
import { joinAlike } from '../doctor/join-alike.js';
import { describePolicyAsJson, type Against } from './policy/describe-policy-as-json.js';
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
      const kind = findPageHost(repository, world.environment)?.kind;
      const found = inPlace(
        await examinePolicy({
          ...judged,
          repository,
          host: kind,
          today,
          more,
        }),
        judged,
      );
      const against = await compareWith(session, judged, textOption(typed, 'against'), today);
      const host = typed.values['host'] === true ? await askTheHost(session, judged, world) : undefined;
      const json = (): object => ({ ...describePolicyAsJson(judged, found, against, kind), ...(host && { host }) });
      writeAnswer(typed, world, json, () => [
        ...toLines(judged, session.asking.rows.length > 0 ? found : toldToEngineer(found), against),
        ...(host === undefined ? [] : describeHost(host)),
      ]);
      if (found.problems.some(({ severity }) => severity === 'error')) return 2;
      const isOpen = host?.lines.some(({ state }) => state !== 'enforced') === true;
      return isOpen || found.problems.some(({ severity }) => severity === 'warning') ? 1 : 0;
    }),
};

/** Whoever is no PM of the roster mends the policy themselves. */
function toldToEngineer(found: Examination): Examination {
  const problems = found.problems.map(forEngineer);
  return { ...found, problems, ...(found.shut && { shut: problems[found.problems.indexOf(found.shut)] }) };
}

/** Words that are shown; `--format json` has all of them. */
const mostUnasked = 8;

/** What stands beside paths and is asked of nobody: whoever meant it as a demand is not to find out from a change. */
function describeUnasked({ tips: [{ zone }] }: Policy): readonly string[] {
  const words = zone === undefined ? [] : listDescribedWords(zone);
  if (words.length === 0) return [];
  const shown = words
    .slice(0, mostUnasked)
    .map(({ text, file, line }) => `“${text}” (${file === zone?.file ? 'line ' : `${file}:`}${line})`);
  const more = words.length - shown.length;
  const all = joinWords([...shown, ...(more > 0 ? [`${more} more`] : [])]);
  return [
    `Taken to say what lies there, and asked of nobody: ${all}. Where one is a demand, write it with “only” or “must”.`,
  ];
}

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
  { title, policy }: JudgedPolicy,
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
    ...describeUnasked(policy),
    ...(against === undefined
      ? []
      : [`Against ${describePolicy(against.policy)}:`, ...describeComparison(against.comparison)]),
    ...(problems.length === 0 ? ['The policy files have no problems.'] : joinAlike(rest).map(describeProblem)),
  ];
}
