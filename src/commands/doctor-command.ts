import { describePerson } from '../doctor/describe-person.js';
import { examinePolicy, type Examination } from '../doctor/examine-policy.js';
import type { PolicyProblem } from '../policy/policy.js';
import { writeAnswer, type Command, type ExitCode } from './command.js';
import { readJudgedPolicy, type JudgedPolicy } from './read-judged-policy.js';
import { withPolicySession } from './with-policy-session.js';

const signs = { error: '✗ error', warning: '! warning', info: '· note' } as const;

/** What the policy comes to for each PM, and the problems of its files, each with its line and what to do. */
export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'what the policy comes to for each PM, and the problems of its files, each with its line',
  usage: '[FILE | --worktree | --head REF]',
  formats: ['text', 'json'],
  options: { worktree: { type: 'boolean' }, head: { type: 'string' } },
  help: [
    ['FILE', 'what a policy would say: this file, as if it stood at the root as CLAUDE.md'],
    ['--worktree', 'the policy files as they lie on the disk, committed or not'],
    ['--head REF', 'the policy of this branch or commit, over its files'],
  ],
  positionals: 'one',
  run: (typed, world) =>
    withPolicySession(typed, world, {}, async (session): Promise<ExitCode> => {
      const judged = await readJudgedPolicy(session, typed, world);
      const found = inPlace(examinePolicy(judged.policy, judged.tracked, world.now.toISOString().slice(0, 10)), judged);
      writeAnswer(typed, world, toJson(judged, found), () => toLines(judged, found));
      if (found.problems.some(({ severity }) => severity === 'error')) return 2;
      return found.problems.some(({ severity }) => severity === 'warning') ? 1 : 0;
    }),
};

/** Problems of a file that stands in for CLAUDE.md are in that file. */
function inPlace(found: Examination, { standIn }: JudgedPolicy): Examination {
  const place = (problem: PolicyProblem): PolicyProblem =>
    standIn !== undefined && problem.file === 'CLAUDE.md' ? { ...problem, file: standIn } : problem;
  const [shut] = found.shut === undefined ? [] : [place(found.shut)];
  const rest = found.problems.filter((problem) => problem !== found.shut).map(place);
  return { ...found, shut, problems: shut === undefined ? rest : [shut, ...rest] };
}

function toLines({ title }: JudgedPolicy, { shut, people, from, problems }: Examination): readonly string[] {
  const rest = problems.filter((problem) => problem !== shut);
  return [
    ...(shut === undefined ? [] : [describeProblem(shut)]),
    `Judged: ${title}`,
    ...(from === undefined ? [] : [`The pilot begins on ${from}; these figures are of that day.`]),
    ...people.map(describePerson),
    ...(problems.length === 0 ? ['The policy files have no problems.'] : rest.map(describeProblem)),
  ];
}

function describeProblem({ severity, file, line, message }: PolicyProblem): string {
  return `${signs[severity]}  ${file}:${line}  ${message}`;
}

function toJson({ policy }: JudgedPolicy, { people, from, problems }: Examination): object {
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
