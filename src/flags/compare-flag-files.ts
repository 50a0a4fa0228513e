import type { Flag, FlagChange, FlagDifference, FlagFile, FlagFileChange, OtherEntry } from './flag-change.js';

export type FlagFileDifference = Pick<FlagChange, 'differences' | 'sharedChanges'>;

/**
 * What one flag file's change does: its flags whose resolved value differs in any reading, or that take from other places than before;
 * and changes to what no single flag is. A file that does not parse any more is reported as such and compared with nothing.
 */
export function compareFlagFiles({ path, before, after }: FlagFileChange): FlagFileDifference {
  if (after?.problems.some((trouble) => trouble.unparsed) === true) return { differences: [], sharedChanges: [] };
  const old = new Map(before?.flags.map((flag) => [flag.key, flag]));
  const now = new Map(after?.flags.map((flag) => [flag.key, flag]));
  const keys = new Set([...old.keys(), ...now.keys()]);
  const differences = [...keys].flatMap((key): FlagDifference[] => {
    const [one, other] = [old.get(key), now.get(key)];
    return flagsEqual(one, other) ? [] : [{ key, before: one, after: other }];
  });
  return {
    differences,
    sharedChanges: [
      ...troubleBefore(path, before),
      ...restChanges(path, before, after),
      ...shapeChange(path, before, after),
    ],
  };
}

/** What a file meant that could not be trusted, nobody can say: so neither what becomes of it. */
function troubleBefore(path: string, before: FlagFile | undefined): FlagChange['sharedChanges'] {
  const [trouble] = before?.problems ?? [];
  if (trouble === undefined) return [];
  const message = `Before this change the file could not be read for certain (line ${trouble.at.line}: ${trouble.message}) So nobody can say which flags this changes.`;
  return [{ path, at: { line: 1, column: 1 }, message }];
}

/** Does a flag say the same as another? Both may be missing. */
export function flagsEqual(one: Flag | undefined, other: Flag | undefined): boolean {
  return meaningOf(one) === meaningOf(other);
}

function meaningOf(flag: Flag | undefined): string {
  return flag === undefined ? '' : JSON.stringify([flag.value, flag.otherReadings, flag.shared]);
}

function restChanges(
  path: string,
  before: FlagFile | undefined,
  after: FlagFile | undefined,
): FlagChange['sharedChanges'] {
  const old = new Map(before?.otherEntries.map((entry) => [entry.key, entry]));
  const now = new Map(after?.otherEntries.map((entry) => [entry.key, entry]));
  const said = (entry: OtherEntry | undefined): string =>
    entry === undefined ? '' : JSON.stringify([entry.value, entry.otherReadings]);
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((key) => said(old.get(key)) !== said(now.get(key)))
    .map((key) => ({
      path,
      at: now.get(key)?.at ?? { line: 1, column: 1 },
      message: `\`${key}\` belongs to no single flag: other flags may depend on it.`,
    }));
}

function shapeChange(
  path: string,
  before: FlagFile | undefined,
  after: FlagFile | undefined,
): FlagChange['sharedChanges'] {
  if (before === undefined || after === undefined || before.shape === after.shape) return [];
  if (before.flags.length === 0 || after.flags.length === 0) return [];
  return [
    {
      path,
      at: { line: 1, column: 1 },
      message: 'The whole file takes another form, so each flag in it may mean something else.',
    },
  ];
}
