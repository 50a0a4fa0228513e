import type { Check, Report, ReviewContext } from '../check.js';
import type { Flag, FlagChange, FlagDifference } from '../../flags/flag-change.js';

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
    const problems = flags.files.flatMap(({ path, after }) =>
      (after?.problems ?? []).map(({ message, at, unparsed }): Report => ({
        path,
        ...at,
        message,
        severity: 'blocker',
        ...(unparsed && { unparsed }),
      })),
    );
    const changed = flags.differences.flatMap((difference) => [
      ...reportNew(difference, flags),
      ...reportRollouts(difference.after),
    ]);
    return { reports: [...problems, ...changed, ...(await reportGone(flags, context))] };
  },
};

function reportNew({ key, before, after }: FlagDifference, { differences }: FlagChange): Report[] {
  // A flag that only moves to another file is what it was.
  const moved = differences.some(
    (other) => other.key === key && other.before?.state === after?.state && other.after === undefined,
  );
  if (before !== undefined || after === undefined || after.state === 'off' || moved) return [];
  const how = after.state === 'on' ? 'is on' : 'does not say that it is off';
  const message = `The flag ${key} is new and ${how}, so people could see unfinished work as soon as this is merged. Add it switched off, and turn it on in a change of its own.`;
  return [{ path: after.path, ...after.at, key: { name: key, kind: 'flag' }, message }];
}

function reportRollouts(flag: Flag | undefined): Report[] {
  if (flag === undefined) return [];
  const { key, path, rollouts, splits = [] } = flag;
  const wrong = rollouts
    .filter(({ percent }) => !Number.isFinite(percent) || percent < 0 || percent > 100)
    .map(({ at }): Report => ({
      path,
      ...at,
      severity: 'blocker',
      key: { name: key, kind: 'share' },
      message: `A rollout of ${key} is no number from 0 to 100, and nobody knows who would see it. Write the percentage as a plain number.`,
    }));
  const sums = splits
    .filter(({ total }) => !(Math.abs(total - 100) < 0.01))
    .map(({ at, total }): Report => ({
      path,
      ...at,
      key: { name: key, kind: 'flag' },
      message: `The shares of ${key} add up to ${Number.isFinite(total) ? `${Math.round(total * 100) / 100}` : 'no number'} instead of 100. Correct them.`,
    }));
  return [...wrong, ...sums];
}

/** Loads the search for code that still uses a flag only where one is deleted. */
async function reportGone({ differences, flags }: FlagChange, context: ReviewContext): Promise<Report[]> {
  const gone = new Map(
    differences.flatMap(({ key, before }) => (before === undefined || flags.has(key) ? [] : [[key, before.path]])),
  );
  if (gone.size === 0) return [];
  const { reportDeletedFlags } = await import('../gates/report-deleted-flags.js');
  return reportDeletedFlags(gone, context);
}
