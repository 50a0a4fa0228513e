import { escapeJson } from '../review/format/escape-json.js';
import { listTracked } from '../change/list-tracked.js';
import { planningDocMatcher } from '../planning/path-globs.js';
import type { PlanLevel } from '../planning/planning-doc.js';
import { templatePaths } from '../planning/template.js';
import { planToWrite } from '../planning/write-plan.js';
import type { OpenZone } from '../policy/open-zone.js';
import { reasonWords } from '../policy/reason-words.js';
import { commitRevision, workingCopy } from '../policy/revision.js';
import { printable } from '../review/format/printable.js';
import { judgeAsked } from '../standing/judge-asked.js';
import { CannotRun, option, type Command, type ExitCode, type Typed } from './command.js';
import { fromRoot } from './from-root.js';
import { withZone } from './start.js';

const levels: readonly PlanLevel[] = ['copy', 'config', 'prompt', 'front-end', 'feature'];

/** Writes the planning doc of a change and prints its path. */
export const plan: Command = {
  name: 'plan',
  summary: 'write the planning doc for a change, and print its path',
  usage: 'TITLE [--folder DIR] [--flag KEY] [--level L]',
  formats: ['text', 'json'],
  options: { folder: { type: 'string' }, flag: { type: 'string' }, level: { type: 'string' } },
  help: [
    ['TITLE', 'what the change is called, in quotes'],
    ['--folder DIR', 'the feature folder; your only one where it is left out'],
    ['--flag KEY', 'the feature flag that the change is behind'],
    ['--level L', `how much plan it takes: ${levels.join(', ')} (feature)`],
  ],
  positionals: 'one',
  run: (typed, world) =>
    withZone(typed, world, {}, async (zone): Promise<ExitCode> => {
      const [title] = typed.positionals;
      if (title === undefined)
        throw new CannotRun('give the plan a title, in quotes: pm-zone plan "A clearer empty page".');
      const folder = chooseFolder(typed, zone);
      const tracked = await listTracked(zone.repository);
      const values = {
        title,
        folder,
        level: chooseLevel(typed),
        flag: chooseFlag(typed, zone),
        row: zone.asking.rows.find((row) => row.featureFolders.includes(folder)) ?? zone.asking.rows[0],
        today: world.now.toISOString().slice(0, 10),
      };
      const place = { taken: tracked.paths, isPlanningDoc: planningDocMatcher(zone.policy) };
      const decided = planToWrite(values, place, await teamTemplate(zone));
      if ('problem' in decided) throw new CannotRun(decided.problem);
      const judgement = judgeAsked(zone, tracked, [decided.path])(decided.path);
      const { standing } = judgement;
      if (standing === 'locked') {
        throw new CannotRun(
          `${decided.path} would be locked: ${reasonWords(judgement)}. Name another folder with --folder.`,
        );
      }
      const { createFile } = await import('../repository/create-file.js');
      const trouble = await createFile(zone.repository.root, decided.path, decided.text);
      if (trouble !== undefined) {
        throw new CannotRun(
          trouble === 'exists'
            ? `${decided.path} is there already, and nothing is written over it. Go on with that plan, or name another folder with --folder.`
            : `${decided.path} cannot be made, because a folder on the way is a link or a file. Name another folder with --folder.`,
        );
      }
      world.write(
        typed.values['format'] === 'json'
          ? `${escapeJson(JSON.stringify({ path: decided.path }))}\n`
          : `${decided.path}\n`,
      );
      if (standing === 'pair')
        world.warn(
          `pm-zone: an engineer has to work on ${decided.path} with you: ${printable(reasonWords(judgement))}.`,
        );
      return 0;
    }),
};

function chooseFolder(typed: Typed, zone: OpenZone): string {
  const named = option(typed, 'folder');
  if (named !== undefined) return fromRoot(zone.repository.prefix, named).replace(/\/+$/, '');
  const folders = [...new Set(zone.asking.rows.flatMap((row) => row.featureFolders))];
  const [only, ...others] = folders;
  if (only !== undefined && others.length === 0) return only;
  throw new CannotRun(
    only === undefined
      ? 'say which feature the plan is for: --folder src/your-feature.'
      : `say which of your feature folders the plan is for: --folder ${folders.join(' or --folder ')}.`,
  );
}

function chooseLevel(typed: Typed): PlanLevel {
  const named = option(typed, 'level') ?? 'feature';
  const level = levels.find((each) => each === named);
  if (level === undefined) throw new CannotRun(`there is no level ${named}; the levels are ${levels.join(', ')}.`);
  return level;
}

function chooseFlag(typed: Typed, zone: OpenZone): string | undefined {
  const named = option(typed, 'flag');
  const hers = [...new Set(zone.asking.rows.flatMap((row) => row.flags))];
  return named ?? (hers.length === 1 ? hers[0] : undefined);
}

/** The team's own template, as the base has it (design §5). */
async function teamTemplate(zone: OpenZone): Promise<string | undefined> {
  const { base, repository } = zone;
  const revision = base === undefined ? workingCopy(repository.root) : commitRevision(repository.objects, base);
  const found = await revision.read(templatePaths);
  const content = templatePaths.flatMap((path) => found.get(path)?.content ?? [])[0];
  return content && new TextDecoder().decode(content);
}
