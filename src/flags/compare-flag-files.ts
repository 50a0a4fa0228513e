import type { Position } from '../text/index-lines.js';
import type { Flag, FlagChange, FlagFileChange, OtherEntry } from './flag-change.js';

/**
 * What one flag file's change does: its flags whose resolved value differs in any reading, or that take from other places than before;
 * and changes to what no single flag is. A file that does not parse any more is reported as such and compared with nothing.
 */
export function compareFlagFiles(file: FlagFileChange): Pick<FlagChange, 'differences' | 'sharedChanges'> {
  const { path, before, after } = file;
  if (after?.problems.some(({ unparsed }) => unparsed) === true) return { differences: [], sharedChanges: [] };
  const messages = [...describeProblemBefore(file), ...describeOtherEntries(file), ...describeShapeChange(file)];
  return {
    differences: pairByKey(before?.flags, after?.flags).filter((pair) => !flagsEqual(pair.before, pair.after)),
    sharedChanges: messages.map(({ message, at = { line: 1, column: 1 } }) => ({ path, at, message })),
  };
}

/** What each key has before and after, in the order of the file before; what is new comes last. */
function pairByKey<T extends { readonly key: string }>(
  before: readonly T[] = [],
  after: readonly T[] = [],
): readonly { readonly key: string; readonly before: T | undefined; readonly after: T | undefined }[] {
  const [old, now] = [before, after].map((entries) => new Map(entries.map((entry) => [entry.key, entry])));
  const keys = new Set([...before, ...after].map(({ key }) => key));
  return [...keys].map((key) => ({ key, before: old?.get(key), after: now?.get(key) }));
}

/** Does a flag say the same as another? Both may be missing. */
export function flagsEqual(one: Flag | undefined, other: Flag | undefined): boolean {
  return meaningOf(one) === meaningOf(other) && JSON.stringify(one?.shared) === JSON.stringify(other?.shared);
}

function meaningOf(entry: OtherEntry | undefined): string {
  return entry === undefined ? '' : JSON.stringify([entry.value, entry.otherReadings]);
}

/** Without a place it stands at the beginning of the file. */
type SharedMessages = readonly { readonly message: string; readonly at?: Position | undefined }[];

/** What a file meant that could not be trusted, nobody can say: so neither what becomes of it. */
function describeProblemBefore({ before }: FlagFileChange): SharedMessages {
  const [problem] = before?.problems ?? [];
  if (problem === undefined) return [];
  const message = `Before this change the file could not be read for certain (line ${problem.at.line}: ${problem.message}) So nobody can say which flags this changes.`;
  return [{ message }];
}

function describeOtherEntries({ before, after }: FlagFileChange): SharedMessages {
  return pairByKey(before?.otherEntries, after?.otherEntries)
    .filter((pair) => meaningOf(pair.before) !== meaningOf(pair.after))
    .map((pair) => ({
      at: pair.after?.at,
      message: `\`${pair.key}\` belongs to no single flag: other flags may depend on it.`,
    }));
}

function describeShapeChange({ before, after }: FlagFileChange): SharedMessages {
  if (before === undefined || after === undefined || before.shape === after.shape) return [];
  if (before.flags.length === 0 || after.flags.length === 0) return [];
  return [{ message: 'The whole file takes another form, so each flag in it may mean something else.' }];
}
