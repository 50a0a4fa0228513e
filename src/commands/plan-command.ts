import { isAbsolute, relative, sep } from 'node:path';
import { escapeJson } from '../text/escape-json.js';
import { createPlan } from '../presentation/plan/create-plan.js';
import { readPlanStart } from '../presentation/plan/read-plan-start.js';
import type { PlanLevel } from '../planning/planning-doc.js';
import type { PolicySession } from '../policy/policy-session.js';
import { describeReason } from '../policy/describe-reason.js';
import { UsageError, textOption, type Command, type ExitCode, type ParsedArguments } from './command.js';
import { pathFromRoot } from './path-from-root.js';
import { withPolicySession } from './with-policy-session.js';

const levels: readonly PlanLevel[] = ['copy', 'config', 'prompt', 'front-end', 'feature'];

/** Writes the planning doc of a change, as far as the change says it already, and prints its path. */
export const planCommand: Command = {
  name: 'plan',
  summary: 'write the planning doc for a change, and print its path',
  usage: 'TITLE [--folder DIR] [--flag KEY | --no-flag] [--level L]',
  formats: ['text', 'json'],
  options: {
    folder: { type: 'string' },
    flag: { type: 'string' },
    'no-flag': { type: 'boolean' },
    level: { type: 'string' },
  },
  help: [
    ['TITLE', 'what the change is called, in quotes'],
    ['--folder DIR', 'the feature folder; where it is left out, the one that you changed most in, or your only one'],
    [
      '--flag KEY',
      'the feature flag that the change is behind; where it is left out, the one that it is behind, or your only one',
    ],
    ['--no-flag', 'words alone (--level copy) that go live at once: the plan says why'],
    ['--level L', `how much plan it takes: ${levels.join(', ')}; where it is left out, what the change so far takes`],
  ],
  positionals: 'one',
  run: (typed, world) =>
    withPolicySession(typed, world, {}, async (session): Promise<ExitCode> => {
      const [title] = typed.positionals;
      if (title === undefined)
        throw new UsageError('give the plan a title, in quotes: pm-zone plan "A clearer empty page".');
      const start = await readPlanStart(session);
      const level = chooseLevel(typed, start.level);
      const withoutFlag = goesWithoutFlag(typed, level);
      const made = await createPlan(session, {
        title,
        folder: chooseFolder(typed, session, start.folder),
        level,
        flag: withoutFlag ? undefined : chooseFlag(typed, session, start.flag),
        withoutFlag,
        today: world.now.toISOString().slice(0, 10),
        sentence: start.sentence,
        files: start.files,
      });
      if ('problem' in made) throw new UsageError(made.problem);
      const { path, judgement } = made;
      world.write(typed.values['format'] === 'json' ? `${escapeJson(JSON.stringify({ path }))}\n` : `${path}\n`);
      if (judgement.standing === 'pair')
        world.warn(`pm-zone: an engineer has to work on ${path} with you: ${describeReason(judgement)}.`);
      return 0;
    }),
};

function chooseFolder(typed: ParsedArguments, session: PolicySession, changed: string | undefined): string {
  const named = textOption(typed, 'folder');
  if (named !== undefined) return namedFolder(named, session);
  if (changed !== undefined) return changed;
  const folders = [...new Set(session.asking.rows.flatMap((row) => row.featureFolders))];
  const [only, ...others] = folders;
  if (only !== undefined && others.length === 0) return only;
  throw new UsageError(
    only === undefined
      ? 'say which feature the plan is for: --folder src/your-feature.'
      : `say which of your feature folders the plan is for: --folder ${folders.join(' or --folder ')}.`,
  );
}

/** A shell completes to whole paths, so one inside the repository is taken; one outside must not become a folder of that name here. */
function namedFolder(named: string, { repository: { root, prefix } }: PolicySession): string {
  if (!isAbsolute(named)) return pathFromRoot(prefix, named).replace(/\/+$/, '');
  const inside = relative(root, named).replaceAll(sep, '/');
  if (inside === '' || inside.startsWith('../') || isAbsolute(inside))
    throw new UsageError(
      `“${named}” is not a folder in this repository. Name the feature's folder, such as src/onboarding.`,
    );
  return inside;
}

function chooseLevel(typed: ParsedArguments, changed: PlanLevel = 'feature'): PlanLevel {
  const named = textOption(typed, 'level') ?? changed;
  const level = levels.find((each) => each === named);
  if (level === undefined) throw new UsageError(`there is no level ${named}; the levels are ${levels.join(', ')}.`);
  return level;
}

function goesWithoutFlag(typed: ParsedArguments, level: PlanLevel): boolean {
  if (typed.values['no-flag'] !== true) return false;
  if (textOption(typed, 'flag') !== undefined) throw new UsageError('give --flag KEY or --no-flag, not both.');
  if (level !== 'copy')
    throw new UsageError('only words may go live without a flag: add --level copy, or name the flag with --flag KEY.');
  return true;
}

function chooseFlag(typed: ParsedArguments, session: PolicySession, changed: string | undefined): string | undefined {
  const named = textOption(typed, 'flag') ?? changed;
  const own = [...new Set(session.asking.rows.flatMap((row) => row.flags))];
  return named ?? (own.length === 1 ? own[0] : undefined);
}
