import { inspectHook, type HookEntry } from '../git/hook-files.js';
import {
  commitEvents,
  guardEvents,
  type ChainedHook,
  type GuardEvent,
  type GuardOutcome,
  type GuardReason,
  type GuardRequest,
  type GuardStatus,
} from './guard-outcome.js';
import { wouldMissItsName } from './hooks/asks-for-its-name.js';
import { withGuardLocation, type GuardLocation } from './hooks/guard-location.js';
import { locateHooks } from './hooks/locate-hooks.js';
import { renderHook, guardFolderOf, isGuardHook, keptHookName } from './hooks/render-hook.js';
import { readKnownRepository } from './hooks/known-repositories.js';
import { detectHookTool, readOwnHook, isRunnable, hookEntryText, type OwnHook } from './hooks/own-hook.js';
import { findRuntime, isProgramThere } from './runtimes.js';
import { guardShim, shimHeader } from './hooks/shim.js';

/** Whether the guard runs for a repository, what runs with it, and if not, why. Changes nothing. */
export async function readGuardStatus(request: GuardRequest): Promise<GuardOutcome> {
  return withGuardLocation(request, async (place) => buildGuardStatus(await locateAsMade(place), request.environment));
}

/** Hooks that were made with another HOME or XDG_DATA_HOME run with the files that lie there, so these say how it stands. */
async function locateAsMade(place: GuardLocation): Promise<GuardLocation> {
  const made = guardFolderOf(hookEntryText(await inspectHook(`${place.folder}/pre-commit`)));
  if (made === undefined || made === place.userFolder) return place;
  const redirectFolders = `${made}/hooks`;
  const located = await locateHooks(place.repository, redirectFolders);
  const redirectFolder = located.folder.startsWith(`${redirectFolders}/`) ? located.folder : place.redirectFolder;
  return { ...place, ...located, userFolder: made, redirectFolders, redirectFolder };
}

/** The status where everything is known already. */
export async function buildGuardStatus(
  place: GuardLocation,
  environment: GuardRequest['environment'],
): Promise<GuardStatus> {
  const isOlder = place.folder === place.redirectFolders;
  const isRedirected = isOlder || place.folder === place.redirectFolder;
  const own = await Promise.all(guardEvents.map((event) => readOwnHook(place, event)));
  const [runtime, hasProgram, chain, shimEntry, off] = await Promise.all([
    findRuntime(place.userFolder, environment),
    isProgramThere(place.userFolder),
    findChain(place, own),
    inspectHook(`${place.userFolder}/guard.sh`),
    isRedirected ? brokenRedirectHooks(place) : own.filter((hook) => !isOn(hook)).map(({ event }) => event),
  ]);
  const isHere = isRedirected || place.folder === place.ownFolder;
  const known =
    isRedirected ||
    own.some((hook) => hook.isGuard || hook.legacyIsGuard || hook.oldIsGuard) ||
    (await readKnownRepository(place.userFolder, place.repository.commonDir)) !== undefined;
  const reason = ((): GuardReason => {
    if (!known) return 'not-installed';
    if (!isHere) return 'moved';
    const shim = hookEntryText(shimEntry);
    if (off.some(isCommitEvent) || shim?.startsWith(shimHeader) !== true) return 'replaced';
    if (off.length > 0 || shim !== guardShim) return 'incomplete';
    if (isOlder || (!isRedirected && own.some(wouldMissItsName))) return 'incomplete';
    if (place.disabled.length > 0) return 'disabled';
    return runtime === undefined || !hasProgram ? 'no-runtime' : 'runs';
  })();
  return {
    on: reason === 'runs' || reason === 'no-runtime',
    reason,
    sentence: statusSentence(
      reason,
      place,
      off,
      hasProgram ? 'neither VS Code nor Node is' : 'PM Zone itself is no longer',
    ),
    way: reason === 'not-installed' || reason === 'moved' ? undefined : isRedirected ? 'instead' : 'beside',
    folder: place.folder,
    chain,
    runtime: reason === 'not-installed' ? undefined : runtime,
  };
}

function isCommitEvent(event: GuardEvent): boolean {
  return commitEvents.some((each) => each === event);
}

function isOn({ entry, text, legacyIsGuard }: OwnHook): boolean {
  return (
    isRunnable(entry) &&
    (hookEntryText(entry) === text || (legacyIsGuard && detectHookTool('', hookEntryText(entry)) === 'pre-commit'))
  );
}

async function brokenRedirectHooks(place: GuardLocation): Promise<readonly GuardEvent[]> {
  const entries = await Promise.all(guardEvents.map((event) => inspectHook(`${place.folder}/${event}`)));
  return guardEvents.filter((event, index) => {
    const entry = entries[index];
    return (
      entry === undefined ||
      !isRunnable(entry) ||
      hookEntryText(entry) !== renderHook(place.userFolder, 'instead', event)
    );
  });
}

/** The hooks that run besides the guard, or that run where it does not. */
async function findChain(place: GuardLocation, own: readonly OwnHook[]): Promise<readonly ChainedHook[]> {
  const found = await Promise.all(
    own.map(async ({ event, entry, at, kept, keptEntry }): Promise<readonly ChainedHook[]> => {
      const named = place.configured[event].map((name) => ({
        event,
        what: `a hook by configuration (${name})`,
        place: undefined,
      }));
      const candidates =
        place.folder === place.ownFolder
          ? [
              { at, entry },
              { at: kept, entry: keptEntry },
            ]
          : await findForwarded(place, event);
      return [
        ...named,
        ...candidates.flatMap((each) =>
          isRunnable(each.entry) && !isGuardHook(hookEntryText(each.entry))
            ? [{ event, what: detectHookTool(each.at, hookEntryText(each.entry)) ?? 'an own hook', place: each.at }]
            : [],
        ),
      ];
    }),
  );
  return found.flat();
}

/** The hook that the guard runs where it stands before a folder: a tool's in its own place, else the one there. */
async function findForwarded(
  place: GuardLocation,
  event: GuardEvent,
): Promise<readonly { readonly at: string; readonly entry: HookEntry }[]> {
  const [kept, other] = [keptHookName(`${place.folder}/${event}`), `${place.otherFolder}/${event}`];
  const entry = await inspectHook(kept);
  return entry.kind === 'missing' ? [{ at: other, entry: await inspectHook(other) }] : [{ at: kept, entry }];
}

function statusSentence(
  reason: GuardReason,
  place: GuardLocation,
  off: readonly GuardEvent[],
  missing: string,
): string {
  switch (reason) {
    case 'runs':
      return 'The commit guard is on: each commit here is reviewed before it is made.';
    case 'not-installed':
      return 'The commit guard is off. Turn it on with pm-zone guard install.';
    case 'moved':
      return `The commit guard no longer runs, because git was told to run the hooks in ${place.folder} instead (${
        detectHookTool(`${place.folder}/`, undefined) ?? 'core.hooksPath'
      }). Run pm-zone guard install again: it keeps those hooks and runs with them.`;
    case 'replaced':
      return off.length === 0
        ? 'The commit guard cannot run, because its own files were changed or taken away. Run pm-zone guard install again.'
        : `The commit guard no longer runs, because ${joinWords(off)} in ${place.folder} was replaced or taken away. Run pm-zone guard install again: it keeps what is there now and runs with it.`;
    case 'incomplete':
      return `The commit guard is incomplete: ${
        off.length === 0
          ? 'another version of PM Zone made it'
          : `it is not asked at ${joinWords(off)}, because an older version of PM Zone made it or another program changed that`
      }. It stops some ways to commit or to share (push) and not others. Run pm-zone guard install again: it keeps what is there now and runs with it.`;
    case 'disabled':
      return `The commit guard does not run, because git was told to run no ${place.disabled.join(' or ')} hooks. Turn them on with: git config hook.${place.disabled[0] as string}.enabled true`;
    case 'no-runtime':
      return `The commit guard is on, but refuses every commit, because ${missing} where it was. Run pm-zone guard install again, or open the folder in VS Code once.`;
  }
}

function joinWords(words: readonly string[]): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1] as string}`;
}
