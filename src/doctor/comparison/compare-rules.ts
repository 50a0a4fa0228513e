import { matchGlobs } from '../../policy/match-globs.js';
import type { Policy, Reason, ZoneRule } from '../../policy/policy.js';
import { coversRule, isOfRest, samplePaths } from '../../policy/sample-paths.js';
import { pluralize } from '../../text/pluralize.js';
import type { SettingDifference } from './setting-difference.js';

/** What is told of one of them already. */
type Told = Readonly<
  Record<'opened' | 'closed' | 'loosened', readonly { readonly path: string; readonly because: Reason | undefined }[]>
>;

/**
 * Lines of the zone that came or went where that opens and closes nothing to `people` today: what a line closed may be closed by CODEOWNERS alone
 * from now on, and what a line would open may wait for a folder of somebody's.
 */
export function compareRules(
  before: Policy,
  after: Policy,
  paths: readonly string[],
  people: readonly Told[],
): readonly SettingDifference[] {
  const told = people.flatMap(({ opened, closed, loosened }) => [...opened, ...closed, ...loosened]);
  const toldPaths = new Set(told.map(({ path }) => path));
  const closed = (['forbid', 'pair'] as const).flatMap((effect) => {
    const left = [...rulesOf(after, 'forbid'), ...(effect === 'pair' ? rulesOf(after, 'pair') : [])];
    // Of what the rest of a folder is, the other lines decide.
    const whole = left.filter((rule) => !isOfRest(rule));
    return newIn(rulesOf(before, effect), left)
      .filter((rule) => !coversRule(whole, rule))
      .flatMap((rule) => describeGone(rule, whole, paths, toldPaths));
  });
  const opening = newIn(rulesOf(after, 'allow'), rulesOf(before, 'allow')).flatMap((rule): SettingDifference[] => {
    if (told.some(({ because }) => because?.line === rule.line && because.file === rule.file)) return [];
    const count = paths.filter(matchGlobs([rule.glob], 'allow').matches).length;
    const what = `Can touch \`${rule.glob}\` (${pluralize(count, 'path', 'paths')} there)`;
    return [{ what, before: undefined, after: 'named by the zone', opens: false }];
  });
  return [...closed, ...opening];
}

/** A rule that closes no longer what these others leave of it, where that is not told path by path. */
function describeGone(
  rule: ZoneRule,
  others: readonly ZoneRule[],
  paths: readonly string[],
  told: ReadonlySet<string>,
): readonly SettingDifference[] {
  const [own, closing] = [globsOf(rule), others.flatMap(globsOf)].map((globs) => matchGlobs(globs, 'forbid'));
  const there = paths.filter((path) => own?.matches(path));
  const known = there.length > 0 ? there : samplePaths(rule);
  const left = known.filter((path) => closing?.matches(path) !== true && !told.has(path));
  if (left.length === 0 && known.some((path) => told.has(path))) return [];
  const files = there.length === 0 ? 'what will be there' : pluralize(left.length, 'path', 'paths');
  const what = left[0] === undefined ? 'of what is there, other lines close all' : `${files}, like ${left[0]}`;
  const [verb, before] =
    rule.effect === 'forbid'
      ? ['Cannot touch', 'locked by the zone']
      : ['Together with an engineer', 'named by the zone'];
  return [{ what: `${verb} \`${rule.glob}\` (${what})`, before, after: undefined, opens: true }];
}

/** The rules of one list, each with the file that it stands in. */
function rulesOf({ tips }: Policy, effect: ZoneRule['effect']): readonly ZoneRule[] {
  return tips.flatMap(({ zone }) =>
    zone === undefined
      ? []
      : zone.rules.filter((rule) => rule.effect === effect).map((rule) => ({ file: zone.file, ...rule })),
  );
}

function globsOf({ glob, also = [] }: ZoneRule): readonly string[] {
  return [glob, ...also];
}

function keyOf(rule: ZoneRule): string {
  return isOfRest(rule) ? `the rest of ${rule.glob}` : rule.glob;
}

/** The rules of one list whose globs the other has not, each once. */
function newIn(rules: readonly ZoneRule[], others: readonly ZoneRule[]): readonly ZoneRule[] {
  const known = new Set(others.map(keyOf));
  return [...new Map(rules.filter((rule) => !known.has(keyOf(rule))).map((rule) => [rule.glob, rule])).values()];
}
