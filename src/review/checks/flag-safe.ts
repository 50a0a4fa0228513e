import type { Check, Report, ReviewContext } from '../check.js';
import { findQuoted, isProgram } from '../flags/code-text.js';
import { eachProgram } from '../flags/feature-code.js';
import type { Flag, FlagChange, FlagDifference } from '../flags/flag-change.js';
import { inCamelCase } from '../flags/flag-references.js';
import { whoToAsk } from '../who-to-ask.js';

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
    const trouble = flags.files.flatMap(({ path, after }) =>
      (after?.trouble ?? []).map(({ message, at, unparsed }): Report => ({
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
    return { reports: [...trouble, ...changed, ...(await reportDeleted(flags, context))] };
  },
};

function reportNew({ key, before, after }: FlagDifference, { differences }: FlagChange): Report[] {
  // A flag that only moves to another file is what it was.
  const moved = differences.some(
    (other) => other.key === key && other.before?.state === after?.state && other.after === undefined,
  );
  if (before !== undefined || after === undefined || after.state === 'off' || moved) return [];
  const how = after.state === 'on' ? 'is on' : 'does not say that it is off';
  return [
    {
      path: after.path,
      ...after.at,
      key: { name: key, kind: 'flag' },
      message: `The flag ${key} is new and ${how}, so people could see unfinished work as soon as this is merged. Add it switched off, and turn it on in a change of its own.`,
    },
  ];
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

/** A flag that is gone from every flag file while a program still asks for it: in doubt, a comment counts as asking. */
async function reportDeleted({ differences, flags }: FlagChange, context: ReviewContext): Promise<Report[]> {
  const gone = new Map(
    differences.flatMap(({ key, before }) => (before === undefined || flags.has(key) ? [] : [[key, before.path]])),
  );
  if (gone.size === 0) return [];
  const uses = new Map<string, Report>();
  const whole = await eachProgram(context, isProgram, (path, text) => {
    for (const key of gone.keys()) {
      const at = uses.has(key) ? undefined : findUse(text, key);
      if (at === undefined) continue;
      const message = `The flag ${key} is deleted while this code still asks for it, and nobody knows what people would see then. Keep the flag, or have an engineer take it out of the code first.`;
      uses.set(key, { path, ...placeIn(text, at), key: { name: key, kind: 'flag' }, message });
    }
    return uses.size === gone.size;
  });
  const unsure = [...gone].flatMap(([key, path]): Report[] => {
    if (whole || uses.has(key)) return [];
    const message = `The flag ${key} is deleted, and there is more code here than could be searched for it. Keep the flag, or ask ${whoToAsk(context)} to remove it once no code asks for it.`;
    return [{ path, key: { name: key, kind: 'flag' }, message }];
  });
  return [...uses.values(), ...unsure];
}

/** As a whole string, or as a member (`flags.newHome`). */
function findUse(text: string, key: string): number | undefined {
  const [quoted] = findQuoted(text, key);
  if (quoted !== undefined) return quoted;
  for (const name of [key, inCamelCase(key)]) {
    const wanted = `.${name}`;
    for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) {
      const holder = text.slice(Math.max(0, at - 40), at);
      if (
        /(?:flag|feature|toggle|experiment)\w{0,20}(?:\(\))?[?!]?$/i.test(holder) &&
        !/^[\w$-]/.test(text.slice(at + wanted.length))
      )
        return at + 1;
    }
  }
  return undefined;
}

function placeIn(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
