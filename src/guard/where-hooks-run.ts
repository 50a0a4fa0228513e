import { resolve } from 'node:path';
import type { Repository } from '../repository/repository.js';
import { guardEvents, type GuardEvent } from './guard.js';

/** What git's configuration says of hooks. */
export interface HooksPlace {
  /** The folder that git runs hooks from, absolute. */
  readonly folder: string;
  /** Git's own folder of hooks for this repository, absolute; all its worktrees share it. */
  readonly own: string;
  /** The same without the guard: where the hooks that it has to run lie. */
  readonly others: string;
  /** Where `core.hooksPath` is set, the guard's own setting left out. */
  readonly scope: string | undefined;
  /** Hooks by configuration that this git runs, by event. */
  readonly configured: Readonly<Record<GuardEvent, readonly string[]>>;
  /** Events whose hooks this git was told not to run at all. */
  readonly disabled: readonly GuardEvent[];
}

/** Works out where git runs hooks here; `guardHooks` is the guard's own folder of hooks. Rejects with a `GitTrouble`. */
export async function whereHooksRun(repository: Repository, guardHooks: string): Promise<HooksPlace> {
  const { git, root, commonDir } = repository;
  const [paths, byConfiguration] = await Promise.all([
    git.run(['config', '--show-scope', '--type=path', '-z', '--get-all', 'core.hooksPath']),
    readConfigured(repository),
  ]);
  // The last is what PM Zone itself runs git with.
  const settings = pairs(paths).slice(0, -1);
  const others = settings.filter(({ value }) => value !== guardHooks);
  const own = `${commonDir}/hooks`;
  const folderOf = (value: string | undefined): string => (value === undefined ? own : resolve(root, value));
  return {
    folder: folderOf(settings.at(-1)?.value),
    own,
    others: folderOf(others.at(-1)?.value),
    scope: others.at(-1)?.scope,
    ...byConfiguration,
  };
}

function pairs(output: Buffer): { readonly scope: string; readonly value: string }[] {
  const words = output.toString('utf8').split('\0').slice(0, -1);
  return words.flatMap((value, index) => (index % 2 === 1 ? [{ scope: words[index - 1] as string, value }] : []));
}

/** Hooks by configuration came with git 2.54: `hook.NAME.command`, `.event` and `.enabled`; `hook.EVENT.enabled` is for all. */
async function readConfigured({ git }: Repository): Promise<Pick<HooksPlace, 'configured' | 'disabled'>> {
  const [said, settings] = await Promise.all([
    git.run(['version']),
    git.run(['config', '-z', '--get-regexp', '^hook\\..*\\.(command|event|enabled)$'], { allowExit: [1] }),
  ]);
  const [, major = '0', minor = '0'] = /(\d+)\.(\d+)/.exec(said.toString('latin1')) ?? [];
  const events = new Map<string, Set<string>>();
  const commands = new Set<string>();
  const off = new Set<string>();
  const known = Number(major) > 2 || (major === '2' && Number(minor) >= 54);
  for (const entry of known ? settings.toString('utf8').split('\0').slice(0, -1) : []) {
    const end = entry.indexOf('\n');
    const key = end < 0 ? entry : entry.slice(0, end);
    const value = end < 0 ? 'true' : entry.slice(end + 1);
    const name = key.slice('hook.'.length, key.lastIndexOf('.'));
    if (key.endsWith('.command')) commands.add(name);
    else if (key.endsWith('.event'))
      events.set(name, value === '' ? new Set() : (events.get(name) ?? new Set()).add(value));
    else if (/^(?:false|no|off|0|)$/i.test(value)) off.add(name);
    else off.delete(name);
  }
  const named = (event: GuardEvent): string[] =>
    [...events].flatMap(([name, of]) => (of.has(event) && commands.has(name) && !off.has(name) ? [name] : []));
  return {
    configured: { 'pre-commit': named('pre-commit'), 'commit-msg': named('commit-msg') },
    disabled: guardEvents.filter((event) => off.has(event)),
  };
}
