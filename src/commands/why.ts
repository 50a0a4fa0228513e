import { escapeJson } from '../review/format/escape-json.js';
import { printable } from '../review/format/printable.js';
import { explainPath } from '../standing/explain-path.js';
import { CannotRun, type Command, type ExitCode } from './command.js';
import { fromRoot } from './from-root.js';
import { standingObject } from './standing-object.js';
import { warnOfErrors, withZone } from './start.js';

/** Explains the standing of one path: a sentence, each rule with its line, whom to ask. */
export const why: Command = {
  name: 'why',
  summary: 'why a path has its standing, rule by rule, and whom to ask',
  usage: 'PATH',
  formats: ['text', 'json'],
  options: {},
  help: [['PATH', 'a file or folder, which need not exist']],
  positionals: 'one',
  run: (typed, world) =>
    withZone(typed, world, {}, async (session): Promise<ExitCode> => {
      const [asked] = typed.positionals;
      if (asked === undefined || asked === '') throw new CannotRun('name a path: pm-zone why PATH.');
      const { path, judgement, lines } = await explainPath(session, fromRoot(session.repository.prefix, asked));
      const json = typed.values['format'] === 'json';
      world.write(
        json
          ? `${escapeJson(JSON.stringify({ path, ...standingObject(judgement) }))}\n`
          : `${lines.map(printable).join('\n')}\n`,
      );
      return warnOfErrors(session, world) ? 2 : 0;
    }),
};
