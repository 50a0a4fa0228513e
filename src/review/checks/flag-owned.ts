import type { Check, Report, ReviewContext } from '../check.js';
import type { FlagDifference } from '../flags/flag-change.js';
import { isRegulated } from '../plan-items.js';
import { whoToAsk } from '../who-to-ask.js';

/**
 * Only flags on her row of the base's roster are changed (design §6, "Flags"; seed 000: "limited to flags they own, listed explicitly
 * in CLAUDE.md"). What the file itself says of an owner is information.
 */
export const flagOwned: Check = {
  id: 'flag-owned',
  section: 'Feature flags',
  severity: 'blocker',
  due: 'commit',
  kept: 'regulated',
  async run(context) {
    const { files, differences, sharedChanges } = await context.flags();
    if (files.length === 0) return 'not-applicable';
    const shared = sharedChanges.map(({ path, at, message }): Report => ({
      path,
      ...at,
      message: `${message} Put it back as it was, and ask ${whoToAsk(context)} to change it.`,
    }));
    return { reports: [...differences.flatMap((difference) => reportFlag(difference, context)), ...shared] };
  },
};

function reportFlag(difference: FlagDifference, context: ReviewContext): Report[] {
  const { key, before, after } = difference;
  if (isHers(difference, context)) return [];
  const place = after === undefined ? { path: before?.path ?? '' } : { path: after.path, ...after.at };
  const owner = (before ?? after)?.owner;
  const information = owner === undefined || owner === '' ? '' : ` (the file names ${owner} as its owner)`;
  if (before === undefined) {
    return [
      {
        ...place,
        severity: 'needs-fix',
        message: `The flag ${key} is new and not on your row of the roster${information}. A new flag needs an engineer: ask ${whoToAsk(context)} to add it to the roster in CLAUDE.md.`,
      },
    ];
  }
  const what = after === undefined ? 'is removed or renamed' : 'is changed';
  return [
    {
      ...place,
      message: `The flag ${key} ${what}, and it is not one of yours${information}. Put it back as it was, and ask ${whoToAsk(context)} if it has to change.`,
    },
  ];
}

function isHers({ key, before }: FlagDifference, context: ReviewContext): boolean {
  const { rows, names, kind } = context.asking;
  if (kind !== 'no-roster') return rows.length > 0 && rows.every((row) => row.flags.includes(key));
  if (isRegulated(context) || before?.owner === undefined) return false;
  const owners = before.owner.split(',').map(bare);
  return names.some((name) => owners.includes(bare(name)));
}

function bare(name: string): string {
  return name.trim().toLowerCase().replace(/^@/, '');
}
