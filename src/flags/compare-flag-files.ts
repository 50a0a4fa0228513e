import type { Position } from '../text/index-lines.js';
import { changedMembers } from './changed-members.js';
import type { Flag, FlagChange, FlagFile, FlagFileChange, OtherEntry, SharedChange } from './flag-change.js';

/**
 * What one flag file's change does: its flags whose resolved value differs in any reading, or that take from other places than before;
 * and changes to what no single flag is. A file that does not parse any more is reported as such and compared with nothing.
 */
export function compareFlagFiles(file: FlagFileChange): Pick<FlagChange, 'differences' | 'sharedChanges'> {
  const { path, before, after } = file;
  if (after?.problems.some(({ unparsed }) => unparsed) === true) return { differences: [], sharedChanges: [] };
  const messages = [...describeProblemBefore(file), ...describeOtherEntries(file), ...describeShapeChange(file)];
  const [old, now] = [flagsBeside(before, after), flagsBeside(after, before)];
  return {
    differences: pairByKey(old, now).filter((pair) => !flagsEqual(pair.before, pair.after)),
    sharedChanges: messages.map(({ at = { line: 1, column: 1 }, ...said }) => ({ path, at, ...said })),
  };
}

/**
 * The flags of one side without those that the other shows to be settings: where its flags are wrapped (`features:`) and the same stands beside
 * the wrapper.
 */
function flagsBeside(one: FlagFile | undefined, other: FlagFile | undefined): readonly Flag[] {
  const flags = one?.flags ?? [];
  if (one?.shape !== 'map' || other?.shape !== 'flags-map') return flags;
  const settings = new Set(other.otherEntries.map((entry) => entry.key + meaningOf(entry)));
  return flags.filter((flag) => !settings.has(flag.key + meaningOf(flag)));
}

/** What each key has before and after, in the order of the file before; what is new comes last. The second of two equal keys is a pair of its own. */
function pairByKey<T extends { readonly key: string }>(
  before: readonly T[] = [],
  after: readonly T[] = [],
): readonly { readonly key: string; readonly before: T | undefined; readonly after: T | undefined }[] {
  const [old, now] = [numbered(before), numbered(after)];
  return [...new Set([...old.keys(), ...now.keys()])].map((name) => {
    const { key } = (old.get(name) ?? now.get(name)) as T;
    return { key, before: old.get(name), after: now.get(name) };
  });
}

function numbered<T extends { readonly key: string }>(entries: readonly T[]): ReadonlyMap<string, T> {
  const counts = new Map<string, number>();
  return new Map(
    entries.map((entry) => {
      const count = (counts.get(entry.key) ?? 0) + 1;
      counts.set(entry.key, count);
      return [`${count} ${entry.key}`, entry];
    }),
  );
}

/** Does a flag say the same as another? Both may be missing. */
export function flagsEqual(one: Flag | undefined, other: Flag | undefined): boolean {
  return meaningOf(one) === meaningOf(other) && JSON.stringify(one?.shared) === JSON.stringify(other?.shared);
}

function meaningOf(entry: OtherEntry | undefined): string {
  return entry === undefined ? '' : JSON.stringify([entry.value, entry.otherReadings]);
}

/** Without a place it stands at the beginning of the file. */
type SharedMessages = readonly (Omit<SharedChange, 'path' | 'at'> & { readonly at?: Position | undefined })[];

/** What a file meant that could not be trusted, nobody can say: so neither what becomes of it. */
function describeProblemBefore({ before, after }: FlagFileChange): SharedMessages {
  // A fault that was and is there hides nothing of the rest: a key that is there twice counts with both of its values.
  const still = new Set(after?.problems.filter(({ legible }) => legible === true).map(({ message }) => message));
  const problem = before?.problems.find(({ message }) => !still.has(message));
  if (problem === undefined) return [];
  const message = `Before this change the file could not be read for certain (line ${problem.at.line}: ${problem.message}) So nobody can say which flags this changes.`;
  return [{ message }];
}

function describeOtherEntries({ before, after }: FlagFileChange): SharedMessages {
  // What comes or goes with the whole file is what its flags come or go with.
  if (before === undefined || after === undefined) return [];
  return pairByKey(settingsOf(before, after), settingsOf(after, before))
    .filter((pair) => meaningOf(pair.before) !== meaningOf(pair.after) && !isStamp(pair))
    .map((pair) => ({
      at: pair.after?.at,
      ...(after.amongSettings
        ? { message: `“${pair.key}” is a setting of the app and no flag.`, isSetting: true }
        : {
            message: `“${pair.key}” belongs to no single flag: other flags may depend on it.`,
            key: pair.key,
            members: changedMembers(
              [pair.before?.value, pair.before?.otherReadings],
              [pair.after?.value, pair.after?.otherReadings],
            ).map((way) => way.slice(1)),
          }),
    }));
}

/** What is no flag on one side, with what the other shows to be none. */
function settingsOf(one: FlagFile, other: FlagFile): readonly OtherEntry[] {
  const flags = new Set(flagsBeside(one, other));
  return [...one.otherEntries, ...one.flags.filter((flag) => !flags.has(flag))];
}

/** What tools write anew with every change, and what only describes the file. */
function isStamp({ key, before, after }: ReturnType<typeof pairByKey<OtherEntry>>[number]): boolean {
  if (/^(?:\$schema|[$_]?comments?|description)$/i.test(key)) return true;
  if (/^(?:last_?)?(?:updated|modified|generated|exported)(?:_?(?:at|on|by))?$/i.test(key)) return true;
  return /^version$/i.test(key) && [before, after].every((entry) => /^\d+\.\d+\.\d+$/.test(String(entry?.value)));
}

function describeShapeChange({ before, after }: FlagFileChange): SharedMessages {
  if (before === undefined || after === undefined || before.shape === after.shape) return [];
  // A flag that is written otherwise is a difference by itself.
  const same = pairByKey(before.flags, after.flags).some((pair) => pair.before && flagsEqual(pair.before, pair.after));
  if (!same) return [];
  return [{ message: 'The whole file takes another form, so each flag in it may mean something else.' }];
}
