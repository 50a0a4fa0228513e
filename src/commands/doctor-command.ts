import { listTracked } from '../git/list-tracked.js';
import { checkPolicy } from '../policy/check-policy.js';
import { writeAnswer, type Command, type ExitCode } from './command.js';
import { requirePolicy, withPolicySession } from './with-policy-session.js';

const signs = { error: '✗ error', warning: '! warning', info: '· note' } as const;

/** Problems of the policy files, each with its line: what is broken, what is by convention only, what is a near miss. */
export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'problems of the policy files, each with its line',
  usage: '',
  formats: ['text', 'json'],
  options: {},
  help: [],
  positionals: 'none',
  run: (typed, world) =>
    withPolicySession(typed, world, {}, async (session): Promise<ExitCode> => {
      requirePolicy(session);
      const { paths } = await listTracked(session.repository);
      const problems = session.policy.tips.flatMap((tip) => checkPolicy(tip, paths));
      writeAnswer(typed, world, problems, () => {
        if (problems.length === 0) return ['The policy files have no problems.'];
        return problems.map(({ severity, file, line, message }) => `${signs[severity]}  ${file}:${line}  ${message}`);
      });
      if (problems.some(({ severity }) => severity === 'error')) return 2;
      return problems.some(({ severity }) => severity === 'warning') ? 1 : 0;
    }),
};
