import { resolve } from 'node:path';
import type { Repository } from '../../git/repository.js';
import { configuredHooksQuery, readConfiguredHooks, type ConfiguredHooks } from './configured-hooks.js';

/** What git's configuration says of hooks. */
export interface HooksLocation extends ConfiguredHooks {
  /** The folder that git runs hooks from, absolute. */
  readonly folder: string;
  /** Git's own folder of hooks for this repository, absolute; all its worktrees share it. */
  readonly ownFolder: string;
  /** The same without the guard: where the hooks that it has to run lie. */
  readonly otherFolder: string;
  /** Where `core.hooksPath` is set, the guard's own setting left out. */
  readonly scope: string | undefined;
}

/** Works out where git runs hooks here; `guardHooks` is the guard's own folder of hooks. Rejects with a `GitError`. */
export async function locateHooks(repository: Repository, guardHooks: string): Promise<HooksLocation> {
  const { git, root, commonDir } = repository;
  const [paths, version, configured] = await Promise.all([
    git.run(['config', '--show-scope', '--type=path', '-z', '--get-all', 'core.hooksPath']),
    git.run(['version']),
    git.run(configuredHooksQuery, { allowExit: [1] }),
  ]);
  // The last is what PM Zone itself runs git with.
  const settings = parsePairs(paths).slice(0, -1);
  const others = settings.filter(({ value }) => value !== guardHooks);
  const own = `${commonDir}/hooks`;
  const folderOf = (value: string | undefined): string => (value === undefined ? own : resolve(root, value));
  return {
    folder: folderOf(settings.at(-1)?.value),
    ownFolder: own,
    otherFolder: folderOf(others.at(-1)?.value),
    scope: others.at(-1)?.scope,
    ...readConfiguredHooks(version.toString('latin1'), configured.toString('utf8')),
  };
}

function parsePairs(output: Buffer): { readonly scope: string; readonly value: string }[] {
  const words = output.toString('utf8').split('\0').slice(0, -1);
  return words.flatMap((value, index) => (index % 2 === 1 ? [{ scope: words[index - 1] as string, value }] : []));
}
