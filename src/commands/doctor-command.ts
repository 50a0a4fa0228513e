import { escapeJson } from '../text/escape-json.js';
import { listTracked } from '../git/list-tracked.js';
import { checkPolicy } from '../policy/check-policy.js';
import { printable } from '../text/printable.js';
import type { Command, ExitCode } from './command.js';
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
      if (typed.values['format'] === 'json') {
        world.write(`${escapeJson(JSON.stringify(problems))}\n`);
      } else {
        const lines = problems.map(
          ({ severity, file, line, message }) => `${signs[severity]}  ${file}:${line}  ${message}`,
        );
        world.write(
          `${(lines.length === 0 ? ['The policy files have no problems.'] : lines).map(printable).join('\n')}\n`,
        );
      }
      return problems.some((problem) => problem.severity === 'error')
        ? 2
        : problems.some((problem) => problem.severity === 'warning')
          ? 1
          : 0;
    }),
};
