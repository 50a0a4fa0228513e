import { guardEvents, type GuardEvent } from '../guard-outcome.js';

/** Hooks that are defined in git's configuration and not in a folder. */
export interface ConfiguredHooks {
  /** Those that this git runs, by event, in git's order. */
  readonly configured: Readonly<Record<GuardEvent, readonly string[]>>;
  /** Events whose hooks this git was told not to run at all. */
  readonly disabled: readonly GuardEvent[];
}

/** What of git's configuration says so. */
export const configuredHooksQuery = ['config', '-z', '--get-regexp', '^hook\\..*\\.(command|event|enabled)$'];

/**
 * Reads `git version` and the answer to `configuredQuery`. Hooks by configuration came with git 2.54: `hook.NAME.command`, `.event`
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
    configured: { 'pre-commit': named('pre-commit'), 'commit-msg': named('commit-msg') },
    disabled: guardEvents.filter((event) => off.has(event)),
  };
}
