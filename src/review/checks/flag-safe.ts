import type { Check, Report, ReviewContext } from '../check.js';
import type {
  ChangedEntry,
  Flag,
  FlagChange,
  FlagDifference,
  FlagFile,
  FlagFileChange,
} from '../../flags/flag-change.js';
import { isPerhapsTeamsFile, isTeamsFile } from '../../flags/environment-files.js';
import { isEnvironment, isTeamsOnly } from '../../flags/environment-names.js';

/** New flags are off, rollouts are 0 to 100, no flag in use is deleted, and the file means one thing (design §6, "Flags"). */
export const flagSafe: Check = {
  id: 'flag-safe',
  section: 'Feature flags',
  severity: 'needs-fix',
  due: 'commit',
  kept: 'regulated',
  async run(context) {
    const flags = await context.flags();
    if (flags.files.length === 0) return 'not-applicable';
    const problems = flags.files.flatMap((file) =>
      newProblems(file).map(({ message, at, unparsed, foreign }): Report => ({
        path: file.path,
        ...at,
        message,
        ...(foreign ? { undecided: true } : { severity: 'blocker', ...(unparsed && { unparsed }) }),
      })),
    );
    const changed = flags.differences.flatMap((difference) => [
      ...reportNew(difference, flags),
      ...reportFaults(difference),
      ...reportRollouts(difference),
      ...reportKind(difference),
      ...reportLostEnvironments(difference),
    ]);
    return { reports: [...problems, ...changed, ...(await reportGone(flags, context))] };
  },
};

/** A key that was there twice before is not what this change does; what cannot be read is said each time. */
function newProblems({ before, after }: FlagFileChange): FlagFile['problems'] {
  const known = (before?.problems ?? []).flatMap(({ legible, message }) => (legible ? [message] : []));
  return (after?.problems ?? []).filter(({ message }) => {
    const at = known.indexOf(message);
    if (at !== -1) known.splice(at, 1);
    return at === -1;
  });
}

function reportNew({ key, before, after, entries = [] }: FlagDifference, { differences, files }: FlagChange): Report[] {
  if (after === undefined || isTeamsFile(after.path)) return [];
  // A key that was there already is there twice now, which is said.
  const file = files.find(({ path }) => path === after.path);
  if (before === undefined && file?.before?.flags.some((flag) => flag.key === key) === true) return [];
  const members = [...reportNewMembers(key, before, after), ...reportNewEntries(entries, after)];
  if (before !== undefined || members.length > 0) return members;
  // A flag that only moves to another file is what it was.
  const moved = differences.some(
    (other) => other.key === key && other.before?.state === after.state && other.after === undefined,
  );
  if (after.state === 'off' || after.stateless || moved) return [];
  const place = { path: after.path, ...after.at, key: { name: key, kind: 'flag' } } as const;
  if (after.state === 'unknown' && file?.after?.shape === 'names') {
    const message = `The flag ${key} is new in a list of names, and only the program that reads the list knows whether that turns it on. Your engineering DRI says so in the pull request.`;
    return [{ ...place, message, undecided: true }];
  }
  if (after.state === 'unknown' && !after.contradictory) {
    // What is wrong in it is said by itself.
    if ((after.faults ?? []).length > 0) return [];
    const message = `The flag ${key} is new, and nothing in the file says for certain whether it is off: only the program that reads it knows. Say that it is off in the words of its neighbours, or your engineering DRI confirms in the pull request that nobody gets it yet.`;
    return [{ ...place, message, undecided: true }];
  }
  if (isPerhapsTeamsFile(after.path)) {
    const message = `The flag ${key} is new and is on in a file that may be for tests or for your team alone. Add it switched off, or your engineering DRI confirms in the pull request that nobody else gets it.`;
    return [{ ...place, message, undecided: true }];
  }
  const how = after.state === 'on' ? 'is on' : 'says both that it is on and that it is off';
  const message = `The flag ${key} is new and ${how}, so people could see unfinished work as soon as this is merged. Add it switched off, and turn it on in a change of its own.`;
  return [{ ...place, message }];
}

/** In what may be a group of flags: one that is new in it, and on. */
function reportNewMembers(key: string, before: Flag | undefined, { path, holds = [] }: Flag): Report[] {
  if (before !== undefined && before.holds === undefined) return [];
  const old = before?.holds ?? [];
  return holds
    .filter(({ name, state }) => state === 'on' && !old.some((member) => member.name === name))
    .map(({ name, at }) => ({
      path,
      ...at,
      key: { name: `${key}.${name}`, kind: 'flag' },
      message: `${name} is new in ${key} and is on, so people could see unfinished work as soon as this is merged. Add it switched off, and turn it on in a change of its own.`,
    }));
}

/** The same deeper in what only wraps flags. */
function reportNewEntries(entries: readonly ChangedEntry[], { path, holds }: Flag): Report[] {
  return entries.flatMap(({ way, name, at, isNewAndOn }) =>
    !isNewAndOn || name === undefined || (way.length === 2 && holds !== undefined)
      ? []
      : [
          {
            path,
            ...at,
            key: { name: way.join('.'), kind: 'flag' },
            message: `${name} is new in ${way.slice(0, way.lastIndexOf(name)).join('.')} and is on, so people could see unfinished work as soon as this is merged. Add it switched off, and turn it on in a change of its own.`,
          },
        ],
  );
}

/** What is wrong in a flag now and was not before. */
function reportFaults({ key, before, after }: FlagDifference): Report[] {
  if (after === undefined) return [];
  const known = new Set(before?.faults?.map(({ message }) => message));
  return (after.faults ?? [])
    .filter(({ message }) => !known.has(message))
    .map(({ at, message, hint }) => ({
      path: after.path,
      ...at,
      key: { name: key, kind: 'flag' },
      message: `In the flag ${key}: ${message}${hint === undefined ? '' : ` ${hint}`}`,
    }));
}

/** What a program takes where the file says nothing for its environment any more, only that program knows. */
function reportLostEnvironments({ key, before, after }: FlagDifference): Report[] {
  if (before === undefined || after === undefined) return [];
  const now = environmentsOf(after);
  // A flag that names none is said for all.
  if (now.length === 0) return [];
  const lost = environmentsOf(before).filter((name) => !now.includes(name) && !isTeamsOnly(name));
  if (lost.length === 0) return [];
  const message = `The flag ${key} says nothing for ${lost.slice(0, 5).join(', ')} any more, and only the program that reads the file knows what people get then. Say it there as before, or your engineering DRI confirms it in the pull request.`;
  return [{ path: after.path, ...after.at, key: { name: key, kind: 'flag' }, message, undecided: true }];
}

function environmentsOf({ value }: Flag): readonly string[] {
  return typeof value === 'object' && value !== null ? Object.keys(value).filter(isEnvironment) : [];
}

/** Code asks for one kind, and gets its own default instead of another. */
function reportKind({ key, before, after }: FlagDifference): Report[] {
  if (before === undefined || after === undefined) return [];
  const [was, is] = [formOf(before), formOf(after)];
  // What was on is for everybody in any case.
  if (before.state !== 'on' && was !== undefined && is !== undefined && was !== is && [was, is].includes(truth)) {
    const message = `The flag ${key} was ${was} and is ${is} now, and only the program that reads the file knows what people get then: many take all that is not false for true. Write it as before, or your engineering DRI confirms it in the pull request.`;
    return [{ path: after.path, ...after.at, key: { name: key, kind: 'flag' }, message, undecided: true }];
  }
  if (before.gives === undefined || after.gives === undefined || before.gives === after.gives) return [];
  const message = `The flag ${key} gave ${before.gives} and gives ${after.gives} now, and code that asks for it as before gets its own default instead. Put its values back as they were, or ask an engineer to change the code first.`;
  return [{ path: after.path, ...after.at, key: { name: key, kind: 'flag' }, message }];
}

const truth = 'true or false';

/** How the whole flag is written, in words. */
function formOf({ value }: Flag): string | undefined {
  if (typeof value === 'boolean') return truth;
  if (typeof value !== 'object' || value === null) return undefined;
  return Array.isArray(value) ? 'a list' : 'a group of values';
}

function reportRollouts({ key, before, after }: FlagDifference): Report[] {
  if (after === undefined) return [];
  const { path, rollouts, splits = [] } = after;
  const known = (before?.rollouts ?? []).map(({ percent }) => percent);
  const totals = (before?.splits ?? []).map(({ total }) => total);
  const wrong = rollouts
    .filter(({ percent }) => !Number.isFinite(percent) || percent < 0 || percent > 100)
    .filter(({ percent }) => !isKnown(percent, known))
    .map(({ at }): Report => ({
      path,
      ...at,
      severity: 'blocker',
      key: { name: key, kind: 'share' },
      message: `A rollout of ${key} is no number from 0 to 100, and nobody knows who would see it. Write the percentage as a plain number.`,
    }));
  const sums = splits
    .filter(({ total }) => !(Math.abs(total - 100) < 0.01))
    .filter(({ total }) => !isKnown(total, totals))
    .map(({ at, total }): Report => ({
      path,
      ...at,
      key: { name: key, kind: 'flag' },
      message: `The shares of ${key} add up to ${Number.isFinite(total) ? `${Math.round(total * 100) / 100}` : 'no number'} instead of 100. Correct them.`,
    }));
  return [...wrong, ...sums];
}

/** Takes each number that the base already had once. */
function isKnown(number: number, known: number[]): boolean {
  const at = known.findIndex((each) => Object.is(each, number));
  if (at !== -1) known.splice(at, 1);
  return at !== -1;
}

/** Loads the search for code that still uses a flag only where one is deleted. */
async function reportGone(flags: FlagChange, context: ReviewContext): Promise<Report[]> {
  const gone = new Map(
    flags.differences.flatMap(({ key, before }) =>
      before !== undefined && isGone(key, before, flags) ? [[key, before.path]] : [],
    ),
  );
  if (gone.size === 0 || context.typing) return [];
  const { reportDeletedFlags } = await import('../gates/report-deleted-flags.js');
  return reportDeletedFlags(gone, context);
}

/** Is a flag in no file any more, or in those alone that nobody but the team sees, though it was for everybody? */
function isGone(key: string, before: Flag, { flags, definedIn }: FlagChange): boolean {
  const now = flags.get(key);
  if (now === undefined) return true;
  return !isTeamsFile(before.path) && definedIn.get(key)?.every(isTeamsFile) === true;
}
