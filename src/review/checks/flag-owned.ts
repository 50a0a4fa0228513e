import { normalizeHandle } from '../../policy/asking.js';
import type { Check, Report, ReviewContext } from '../check.js';
import type { Flag, FlagChange, FlagDifference, FlagFile } from '../../flags/flag-change.js';
import { isRegulated } from '../checklist/plan-items.js';
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
    const shared = sharedChanges.map(({ path, at, message }): Report => ({
      path,
      ...at,
      message: `${message} Put it back as it was, and ask ${whoToAsk(context)} to change it.`,
    }));
    const unclear = files.flatMap(({ path, after }) => reportUnclear(path, after, context));
    const own = differences.flatMap((difference) => reportFlag(difference, flags, context));
    return { reports: [...own, ...shared, ...unclear] };
  },
};

/** Where a file cannot be read for certain, whose flags it changes cannot be said; `flag-safe` says each reason. */
function reportUnclear(path: string, after: FlagFile | undefined, context: ReviewContext): Report[] {
  const [first] = after?.problems ?? [];
  if (first === undefined) return [];
  const message = `Whose flags ${path} changes cannot be said, because it cannot be read for certain from here on. Fix this place, or put the file back as it was and ask ${whoToAsk(context)}.`;
  return [{ path, ...first.at, message, ...(first.unparsed && { unparsed: true }) }];
}

function reportFlag(difference: FlagDifference, flags: FlagChange, context: ReviewContext): Report[] {
  const { key, before, after } = difference;
  const elsewhere = before === undefined && after !== undefined ? otherFile(difference, flags) : undefined;
  if (isOwnFlag(difference, context) && elsewhere === undefined) return [];
  const place = {
    ...(after === undefined ? { path: (before as Flag).path } : { path: after.path, ...after.at }),
    key: { name: key, kind: 'flag' },
  } as const;
  const owner = (before ?? after)?.owner;
  const information = owner === undefined || owner === '' ? '' : ` (the file names ${owner} as its owner)`;
  if (elsewhere !== undefined) {
    const message = `The flag ${key} is written here while ${elsewhere} has or had it, and which file counts where is for engineering to say. Change it in ${elsewhere}, or ask ${whoToAsk(context)} to move it.`;
    return [{ ...place, message }];
  }
  if (before === undefined) {
    const message = `The flag ${key} is new and not on your row of the roster${information}. A new flag needs an engineer: ask ${whoToAsk(context)} to add it to the roster in CLAUDE.md.`;
    // Where the zone opens the file for flags they own alone, any other is outside of it.
    const demanded = context.judgements.get(place.path)?.conditions.some(({ kind }) => kind === 'owned-flags') === true;
    return [{ ...place, severity: demanded ? 'blocker' : 'needs-fix', message }];
  }
  const borrowed = after?.shared.length ? ` It takes part of its settings from ${after.shared.join(', ')}.` : '';
  const what = after === undefined ? 'is removed or renamed' : 'is changed';
  const message = `The flag ${key} ${what}, and it is not one of yours${information}.${borrowed} Put it back as it was, and ask ${whoToAsk(context)} if it has to change.`;
  return [{ ...place, message }];
}

/** Another flag file that has this key, or had it before this change. */
function otherFile({ key, after }: FlagDifference, { differences, definedIn }: FlagChange): string | undefined {
  const lost = differences.find((other) => other.key === key && other.before !== undefined)?.before?.path;
  return lost ?? definedIn?.get(key)?.find((path) => path !== after?.path);
}

function isOwnFlag({ key, before }: FlagDifference, context: ReviewContext): boolean {
  const { rows, names, kind } = context.asking;
  if (kind !== 'no-roster') return rows.length > 0 && rows.every((row) => row.flags.includes(key));
  if (isRegulated(context) || before?.owner === undefined) return false;
  const owners = before.owner.split(',').map(normalizeHandle);
  return names.some((name) => owners.includes(normalizeHandle(name)));
}
