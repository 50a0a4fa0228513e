import { findCollisions } from '../change/collisions.js';
import { listTracked } from '../change/list-tracked.js';
import { explain } from '../policy/explain.js';
import { fold } from '../policy/fold.js';
import { createJudge } from '../policy/judge.js';
import { printable } from '../review/format/printable.js';
import { CannotRun, type Command } from './command.js';
import { fromRoot } from './from-root.js';
import { warnOfErrors, withZone } from './start.js';

/** The standing of one path in a sentence, each rule with its line, whom to ask. */
export const why: Command = {
  name: 'why',
  summary: 'why a path has its standing, rule by rule, and whom to ask',
  usage: 'PATH',
  formats: ['text', 'json'],
  options: {},
  help: [['PATH', 'a file or folder, which need not exist']],
  positionals: 'one',
  run: (typed, world) =>
    withZone(typed, world, {}, async (zone) => {
      const [asked] = typed.positionals;
      if (asked === undefined) throw new CannotRun('name a path: pm-zone why PATH.');
      const path = fromRoot(zone.repository.prefix, asked);
      const plain = path.replace(/\/$/, '');
      const tracked = await listTracked(zone.repository);
      const mode = tracked.find((file) => file.path === plain)?.mode;
      const folder =
        path.endsWith('/') || (mode === undefined && tracked.some((file) => file.path.startsWith(`${plain}/`)));
      const collisions = findCollisions(
        tracked.map((file) => file.path),
        [plain],
        fold,
      );
      const judge = createJudge(zone.policy, zone.asking, { collides: (each) => collisions.get(each) });
      const judgement = folder ? judge.judgeFolder(plain) : judge.judge(plain, mode === undefined ? {} : { mode });
      if (typed.values['format'] === 'json') {
        const { standing, conditions, owners, because } = judgement;
        world.write(
          `${JSON.stringify({ path, standing, conditions: conditions.map((each) => (each.kind === 'free-text' ? each.text : each.kind)), owners, because })}\n`,
        );
      } else {
        world.write(`${explain(plain, judgement, zone).map(printable).join('\n')}\n`);
      }
      return warnOfErrors(zone, world) ? 2 : 0;
    }),
};
