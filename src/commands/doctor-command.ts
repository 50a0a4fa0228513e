import { listTracked } from '../git/list-tracked.js';
import { describePerson } from '../doctor/describe-person.js';
import { examinePolicy, type Examination } from '../doctor/examine-policy.js';
import type { Policy, PolicyProblem } from '../policy/policy.js';
import { writeAnswer, type Command, type ExitCode } from './command.js';
import { requirePolicy, withPolicySession } from './with-policy-session.js';

const signs = { error: '✗ error', warning: '! warning', info: '· note' } as const;

/** What the policy comes to for each PM, and the problems of its files, each with its line and what to do. */
export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'what the policy comes to for each PM, and the problems of its files, each with its line',
  usage: '',
  formats: ['text', 'json'],
  options: {},
  help: [],
  positionals: 'none',
  run: (typed, world) =>
    withPolicySession(typed, world, {}, async (session): Promise<ExitCode> => {
      requirePolicy(session);
      const tracked = await listTracked(session.repository);
      const { policy } = session;
      const found = examinePolicy(policy, tracked, world.now.toISOString().slice(0, 10));
      writeAnswer(typed, world, toJson(policy, found), () => toLines(policy, found));
      if (found.problems.some(({ severity }) => severity === 'error')) return 2;
      return found.problems.some(({ severity }) => severity === 'warning') ? 1 : 0;
    }),
};

function toLines(policy: Policy, { shut, people, from, problems }: Examination): readonly string[] {
  const rest = problems.filter((problem) => problem !== shut);
  return [
    ...(shut === undefined ? [] : [describeProblem(shut)]),
    `Judged: ${policy.tips.map(({ ref, commit, zone }) => `${zone?.file ?? 'no PM zone'} of ${ref}${commit === undefined ? '' : ` at ${commit.slice(0, 12)}`}`).join(', and ')}${policy.preview ? ' (a preview: nothing of it is on the base branch)' : ''}`,
    ...(from === undefined ? [] : [`The pilot begins on ${from}; these figures are of that day.`]),
    ...people.map(describePerson),
    ...(problems.length === 0 ? ['The policy files have no problems.'] : rest.map(describeProblem)),
  ];
}

function describeProblem({ severity, file, line, message }: PolicyProblem): string {
  return `${signs[severity]}  ${file}:${line}  ${message}`;
}

function toJson(policy: Policy, { people, from, problems }: Examination): object {
  const [{ ref, commit }] = policy.tips;
  return {
    policy: {
      ref,
      commit,
      preview: policy.preview,
      tips: policy.tips.map((tip) => ({ ref: tip.ref, commit: tip.commit, file: tip.zone?.file })),
    },
    pilotFrom: from,
    pms: people.map(({ person, counts }) => ({ ...person, ...counts })),
    problems,
  };
}
