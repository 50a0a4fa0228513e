import { normalizeHandle } from '../../policy/asking.js';
import type { Check, Report, ReviewContext } from '../check.js';
import type { Flag, FlagChange, FlagDifference, FlagFileChange, SharedChange } from '../../flags/flag-change.js';
import { changedMembers } from '../../flags/changed-members.js';
import { sayWithoutDescriptions } from '../../flags/say-without-descriptions.js';
import { areOverlays } from '../../flags/environment-files.js';
import { haveSameFlags } from '../../flags/have-same-flags.js';
import { isRegulated } from '../../policy/is-regulated.js';
import { findDependents } from '../../flags/find-dependents.js';
import { demandsOwn, describedOtherwise, isOnOwnRows, onRowOf } from '../owned-flags/own-flags.js';
import { isOwnEntry, onceEach, reportChangedEntries } from '../owned-flags/report-changed-entries.js';
import { whoToAsk } from '../who-to-ask.js';

/**
 * Only flags on the PM's row of the base's roster are changed (design §6, "Flags"; seed 000: "limited to flags they own, listed explicitly
 * in CLAUDE.md"). What the file itself says of an owner is information.
 */
export const flagOwned: Check = {
  id: 'flag-owned',
  section: 'Feature flags',
  severity: 'blocker',
  due: 'commit',
  kept: 'regulated',
  enforces: 'owned-flags',
  async run(context) {
    const flags = await context.flags();
    const { files, differences, sharedChanges } = flags;
    if (files.length === 0) return 'not-applicable';
    const shared = sharedChanges
      .filter((change) => !isWithinOwn(change, context))
      .map((change) => reportShared(change, context));
    const unclear = files.flatMap((file) => reportUnclear(file, context));
    const own = onceEach(differences.flatMap((difference) => reportFlag(difference, flags, context)));
    const others = files.flatMap(reportOtherKind);
    const dependent = differences.flatMap((difference) => reportDependents(difference, flags, context));
    return { reports: [...own, ...dependent, ...shared, ...unclear, ...others] };
  },
};

/** A setting beside the flags is for an engineer to judge, unless the zone opens the file for flags alone. */
function reportShared({ path, at, message, isSetting }: SharedChange, context: ReviewContext): Report {
  if (isSetting && !demandsOwn(path, context))
    return {
      path,
      ...at,
      message: `${message} ${whoToAsk(context)} looks at it in the pull request.`,
      undecided: true,
    };
  return { path, ...at, message: `${message} Put it back as it was, and ask ${whoToAsk(context)} to change it.` };
}

/** Does what differs lie within flags of the PM's own, in a wrapper beside the one that was read (`Flights:` beside `Features:`)? */
function isWithinOwn({ key, members }: SharedChange, context: ReviewContext): boolean {
  if (key === undefined || members === undefined || members.length === 0 || isCommon.test(key)) return false;
  return members.every(([name]) => name !== undefined && isOnOwnRows(name, context));
}

/** What flags refer to by name is no flag, whatever it is called. */
const isCommon = /segment|audience|cohort|group|constraint|context|rule|strateg|polic|experiment|environment|default/i;

/** A file that is called as flag files are and holds none is said, and what it was taken for. */
function reportOtherKind({ path, after }: FlagChange['files'][number]): Report[] {
  if (after?.shape !== 'no-flags') return [];
  const message = `${path} was taken for ${String(after.kind)}: no flag is read from it. If it has flags, tell your engineering DRI.`;
  return [{ path, severity: 'note', message }];
}

/** Where a file cannot be read for certain, whose flags it changes cannot be said; `flag-safe` says each reason. */
function reportUnclear({ path, before, after }: FlagFileChange, context: ReviewContext): Report[] {
  const known = new Set(before?.problems.flatMap(({ legible, message }) => (legible ? [message] : [])));
  const first = after?.problems.find(({ message }) => !known.has(message));
  if (first === undefined) return [];
  if (first.foreign) {
    const message = `Whose flags ${path} changes cannot be said, because nothing here reads such a file. ${whoToAsk(context)} looks at it in the pull request.`;
    return [{ path, ...first.at, message, undecided: true }];
  }
  const message = `Whose flags ${path} changes cannot be said, because it cannot be read for certain from here on. Fix this place, or put the file back as it was and ask ${whoToAsk(context)}.`;
  return [{ path, ...first.at, message, ...(first.unparsed && { unparsed: true }) }];
}

function reportFlag(difference: FlagDifference, flags: FlagChange, context: ReviewContext): Report[] {
  const { key, before, after } = difference;
  const elsewhere = before === undefined && after !== undefined ? otherFile(after, flags) : undefined;
  if (isOwnFlag(difference, context) && elsewhere === undefined) return [];
  if (difference.entries && elsewhere === undefined)
    return reportChangedEntries(difference, difference.entries, context);
  const place = {
    ...(after === undefined ? { path: (before as Flag).path } : { path: after.path, ...after.at }),
    key: { name: key, kind: 'flag' },
  } as const;
  const owner = (before ?? after)?.owner;
  const information = owner === undefined || owner === '' ? '' : ` (the file names ${owner} as its owner)`;
  if (elsewhere !== undefined) {
    const message = `The flag ${key} is written here while ${elsewhere} has or had it, and which file counts where is for an engineer to say. Change it in ${elsewhere}, or ask ${whoToAsk(context)} to move it.`;
    return [{ ...place, message }];
  }
  const group = (after ?? before)?.holds ?? [];
  if (before === undefined && group.length > 0) {
    const message = `${key} is new and has several entries (${group
      .slice(0, 5)
      .map(({ name }) => name)
      .join(
        ', ',
      )}), so it may be a group of flags and no flag itself, and nobody can say whose it is. Ask ${whoToAsk(context)} to make this part of the change.`;
    return [{ ...place, message }];
  }
  if (before === undefined) {
    const message = `The flag ${key} is new and not on your row of the list of PMs${information}. A new flag needs an engineer: ask ${whoToAsk(context)} to add it to that list in CLAUDE.md.`;
    // Where the zone opens the file for flags they own alone, any other is outside of it.
    return [{ ...place, severity: demandsOwn(place.path, context) ? 'blocker' : 'needs-fix', message }];
  }
  if (after !== undefined && !demandsOwn(place.path, context) && saySame(before, after)) {
    return [{ ...place, severity: 'note', message: describedOtherwise(key, context) }];
  }
  const left = after === undefined ? [] : before.shared.filter((name) => !after.shared.includes(name));
  const borrowed = after?.shared.length
    ? ` It takes part of its settings from ${after.shared.join(', ')}.`
    : left.length > 0
      ? ` It took part of its settings from ${left.join(', ')}, and would not follow that any more.`
      : '';
  const what = after === undefined ? 'is removed or renamed' : 'is changed';
  const message = `The flag ${key} ${what}, and it is not one of yours${onRowOf(key, context)}${information}.${borrowed} Put it back as it was, and ask ${whoToAsk(context)} if it has to change.`;
  return [{ ...place, message }];
}

/** Somebody else's flag that depends on one of the PM's own changes with it: who gets it then is an engineer's to look at. */
function reportDependents(difference: FlagDifference, flags: FlagChange, context: ReviewContext): Report[] {
  const { key, before, after } = difference;
  if (before === undefined || !isOwnFlag(difference, context) || (after && saySame(before, after))) return [];
  const others = findDependents(key, flags.flags.values()).filter(
    (flag) => !isOwnFlag({ key: flag.key, before: flag, after: flag }, context),
  );
  return others.slice(0, mostDependents).map((flag) => ({
    ...(after === undefined ? { path: before.path } : { path: after.path, ...after.at }),
    key: { name: key, kind: 'flag' },
    message: `The flag ${flag.key} depends on ${key}, so who gets it changes too, and it is not one of yours${onRowOf(flag.key, context)}. ${whoToAsk(context)} looks at it in the pull request.`,
    undecided: true,
  }));
}

/** More flags that depend on one add nothing. */
const mostDependents = 5;

/** Do two states of a flag differ in nothing but what it is for or when it was written? */
function saySame(one: Flag, other: Flag): boolean {
  const [first, second] = [one, other].map(({ value, otherReadings, shared }) =>
    sayWithoutDescriptions([value, otherReadings, shared]),
  );
  return first === second;
}

/** Another flag file that has this key, or had it before this change: of a flag that is new in both, where they say the same of it, either may count. */
function otherFile(flag: Flag, flags: FlagChange): string | undefined {
  const { key, path, stateless } = flag;
  const { differences, definedIn, declaredIn } = flags;
  const isAlike = (other: string): boolean =>
    differences.some(
      ({ before, after }) => before === undefined && after?.key === key && after.path === other && saySame(after, flag),
    );
  const lost = differences.find(
    (other) => other.key === key && other.before !== undefined && other.before.path !== path,
  );
  // The files of two environments, and of two builds, each have the flag.
  const isBeside = (other: string): boolean => areOverlays(path, other) || haveSameFlags(path, other, flags);
  // A register of flags says nothing of their state.
  const isSecond = (other: string): boolean =>
    other !== path && !isBeside(other) && !isAlike(other) && declaredIn.get(key)?.includes(other) !== true;
  if (stateless) return lost?.before?.path;
  return lost?.before && !isBeside(lost.before.path) ? lost.before.path : definedIn.get(key)?.find(isSecond);
}

function isOwnFlag({ key, before, after, entries }: FlagDifference, context: ReviewContext): boolean {
  const { names, kind } = context.asking;
  if (kind !== 'no-roster') {
    if (isOnOwnRows(key, context)) return true;
    if (entries) return entries.every((entry) => isOwnEntry(entry, context));
    const isGroup = [before, after].every((flag) => flag === undefined || flag.holds !== undefined);
    const changed = changedMembers([before?.value, before?.otherReadings], [after?.value, after?.otherReadings]);
    return isGroup && changed.length > 0 && changed.every((path) => path.some((name) => isOnOwnRows(name, context)));
  }
  if (isRegulated(context.policy) || before?.owner === undefined) return false;
  const owners = before.owner.split(',').map(normalizeHandle);
  return names.some((name) => owners.includes(normalizeHandle(name)));
}
