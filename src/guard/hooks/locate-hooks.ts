import { resolve } from 'node:path';
import type { Repository } from '../../git/repository.js';
import { guardEvents, type GuardEvent } from '../guard-outcome.js';

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

/** Works out where git runs hooks here; what lies in `guardHooks` is the guard's own. Rejects with a `GitError`. */
export async function locateHooks(repository: Repository, guardHooks: string): Promise<HooksLocation> {
  const { git, root, commonDir } = repository;
  const [paths, version, configured] = await Promise.all([
    git.run(['config', '--show-scope', '--type=path', '-z', '--get-all', 'core.hooksPath']),
    git.run(['version']),
    git.run(configuredHooksQuery, { allowExit: [1] }),
  ]);
  // The last is what PM Zone itself runs git with.
  const settings = parsePairs(paths).slice(0, -1);
  const others = settings.filter(({ value }) => value !== guardHooks && !value.startsWith(`${guardHooks}/`));
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

/** Hooks that are defined in git's configuration and not in a folder. */
interface ConfiguredHooks {
  /** Those that this git runs, by event, in git's order. */
  readonly configured: Readonly<Record<GuardEvent, readonly string[]>>;
  /** Events whose hooks this git was told not to run at all. */
  readonly disabled: readonly GuardEvent[];
}

/** What of git's configuration says so. */
const configuredHooksQuery = ['config', '-z', '--get-regexp', '^hook\\..*\\.(command|event|enabled)$'];

/**
 * Reads `git version` and the answer to `configuredHooksQuery`. Hooks by configuration came with git 2.54: `hook.NAME.command`, `.event`
 * and `.enabled`; `hook.EVENT.enabled` is for all hooks of an event (git's documentation of `git config`).
 */
export function readConfiguredHooks(version: string, settings: string): ConfiguredHooks {
  const [, major = '', minor = ''] = /(\d+)\.(\d+)/.exec(version) ?? [];
  const known = Number(major) > 2 || (major === '2' && Number(minor) >= 54);
  const events = new Map<string, Set<string>>();
  const commands = new Set<string>();
  const off = new Set<string>();
  for (const entry of known ? settings.split('\0').slice(0, -1) : []) {
    const end = entry.indexOf('\n');
    const key = end < 0 ? entry : entry.slice(0, end);
    const value = end < 0 ? 'true' : entry.slice(end + 1);
    const name = key.slice('hook.'.length, key.lastIndexOf('.'));
    if (key.endsWith('.command')) commands.add(name);
    else if (key.endsWith('.event')) {
      if (value === '') events.delete(name);
      else events.set(name, (events.get(name) ?? new Set()).add(value));
    } else if (/^(?:false|no|off|0|)$/i.test(value)) off.add(name);
    else off.delete(name);
  }
  const named = (event: GuardEvent): string[] =>
    [...events].flatMap(([name, of]) => (of.has(event) && commands.has(name) && !off.has(name) ? [name] : []));
  return {
    configured: Object.fromEntries(guardEvents.map((event) => [event, named(event)])) as Record<GuardEvent, string[]>,
    disabled: guardEvents.filter((event) => off.has(event)),
  };
}
