import { explainPath } from './policy/explain-path.js';
import { UsageError, writeAnswer, type Command, type ExitCode } from './command.js';
import { pathFromRoot } from './path-from-root.js';
import { toStandingJson } from './standing-json.js';
import { warnOfPolicyErrors, withPolicySession } from './with-policy-session.js';

/** Explains the standing of one path: a sentence, each rule with its line, whom to ask. */
export const whyCommand: Command = {
  name: 'why',
  summary: 'why a path has its standing, rule by rule, and whom to ask',
  usage: 'PATH',
  formats: ['text', 'json'],
  options: {},
  help: [['PATH', 'a file or folder, which need not exist']],
  positionals: 'one',
  run: (typed, world) =>
    withPolicySession(typed, world, {}, async (session): Promise<ExitCode> => {
      const [asked] = typed.positionals;
      if (asked === undefined || asked === '') throw new UsageError('name a path: pm-zone why PATH.');
      const { path, judgement, lines } = await explainPath(session, pathFromRoot(session.repository.prefix, asked));
      writeAnswer(
        typed,
        world,
        () => ({ path, ...toStandingJson(judgement) }),
        () => lines,
      );
      return warnOfPolicyErrors(session, world) ? 2 : 0;
    }),
};
