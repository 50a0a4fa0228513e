import { inspectHook, type HookEntry } from '../../git/hook-files.js';
import type { GuardEvent } from '../guard-outcome.js';
import type { GuardLocation } from './guard-location.js';
import { renderHook, isGuardHook, keptHookName } from './render-hook.js';

/** What lies in git's own folder of hooks for one event. */
export interface OwnHook {
  readonly event: GuardEvent;
  readonly at: string;
  readonly entry: HookEntry;
  /** The hook that was there before the guard. */
  readonly kept: string;
  readonly keptEntry: HookEntry;
  /** Where pre-commit keeps and runs a hook that it found. */
  readonly legacy: string;
  readonly legacyIsGuard: boolean;
  /** Where lefthook keeps a hook that it found, and never runs it. */
  readonly old: string;
  readonly oldIsGuard: boolean;
  /** The guard's hook for here. */
  readonly text: string;
}

/** Looks at one event's hook and at everything that the guard or a tool may have put beside it. */
export async function readOwnHook(place: GuardLocation, event: GuardEvent): Promise<OwnHook> {
  const at = `${place.ownFolder}/${event}`;
  const [kept, legacy, old] = [keptHookName(at), `${at}.legacy`, `${at}.old`];
  const [entry, keptEntry, legacyEntry, oldEntry] = await Promise.all([at, kept, legacy, old].map(inspectHook));
  const text = renderHook(place.userFolder, 'beside', event);
  return {
    event,
    at,
    entry: entry as HookEntry,
    kept,
    keptEntry: keptEntry as HookEntry,
    legacy,
    legacyIsGuard: isGuardHook(hookEntryText(legacyEntry)),
    old,
    oldIsGuard: isGuardHook(hookEntryText(oldEntry)),
    text,
  };
}

/** The text of a file or of what a link leads to. */
export function hookEntryText(entry: HookEntry | undefined): string | undefined {
  return entry !== undefined && 'text' in entry ? entry.text : undefined;
}

/** Would git run it? */
export function isRunnable(entry: HookEntry): boolean {
  return 'runs' in entry && entry.runs;
}
