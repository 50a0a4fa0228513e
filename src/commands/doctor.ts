import { escapeJson } from '../review/format/escape-json.js';
import { listTracked } from '../change/list-tracked.js';
import { checkPolicy } from '../policy/policy-problems.js';
import { printable } from '../review/format/printable.js';
import type { Command, ExitCode } from './command.js';
import { requirePolicy, withZone } from './start.js';

const signs = { error: '✗ error', warning: '! warning', info: '· note' } as const;

/** Problems of the policy files, each with its line: what is broken, what is by convention only, what is a near miss. */
export const doctor: Command = {
  name: 'doctor',
  summary: 'problems of the policy files, each with its line',
  usage: '',
  formats: ['text', 'json'],
  options: {},
  help: [],
  positionals: 'none',
  run: (typed, world) =>
    withZone(typed, world, {}, async (session): Promise<ExitCode> => {
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
