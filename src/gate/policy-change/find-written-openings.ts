import { listPeople, namesOf, type RosterPerson } from '../../doctor/list-people.js';
import { coversRule, isOfRest } from '../../policy/sample-paths.js';
import type { Policy, PolicyProblem, ZoneRule } from '../../policy/policy.js';

/** Something that a policy says and another did not, or no longer says, by which more is or may be open; `line` is 0 for what is gone. */
export type WrittenOpening = Pick<PolicyProblem, 'file' | 'line' | 'message'>;

/**
 * What a policy opens by its words, whether or not the repository has a file for it by now: globs that are new or ask less, globs that close no
 * longer, feature folders that are new, and pilots that begin again.
 */
export function findWrittenOpenings(before: Policy, after: Policy): readonly WrittenOpening[] {
  const [was, is] = [before, after].map(rulesOf) as [readonly PlacedRule[], readonly PlacedRule[]];
  // Where an allow deeper down holds against what is together with an engineer, a narrower one may open more.
  const isPlain = [...was, ...is].every(({ yields }) => yields !== true);
  const opened = is.filter(
    (rule) => rule.effect === 'allow' && !was.some((each) => each.effect === 'allow' && isAtMost(rule, each, isPlain)),
  );
  const gone = was.filter((rule) => {
    const closing = is.filter(({ effect }) => effect === 'forbid' || effect === rule.effect);
    // Of what the rest of a folder is, the other lines decide.
    const whole = closing.filter((each) => !isOfRest(each));
    const isThere = closing.some((each) => each.glob === rule.glob && isOfRest(each) === isOfRest(rule));
    return rule.effect !== 'allow' && !isThere && !coversRule(whole, rule);
  });
  const known = listPeople(before);
  return [
    ...opened.map(({ glob, file, line }) => ({ file, line, message: `This opens what “${glob}” matches.` })),
    ...gone.map(({ glob, file, effect }) => {
      const how = effect === 'forbid' ? 'locked' : 'together with an engineer';
      return { file, line: 0, message: `What “${glob}” matches is no longer ${how} by it.` };
    }),
    ...listPeople(after).flatMap((person) => findPersonOpenings(person, known)),
  ];
}

type PlacedRule = ZoneRule & { readonly file: string };

function rulesOf({ tips }: Policy): readonly PlacedRule[] {
  return tips.flatMap(({ zone }) =>
    zone === undefined ? [] : zone.rules.map((rule) => ({ file: zone.file, ...rule })),
  );
}

/** Whether an allow opens no more than another: it matches no more, and asks all that the other asks. */
function isAtMost(rule: ZoneRule, other: ZoneRule, mayBeNarrower: boolean): boolean {
  const asked = new Set(rule.conditions.map(({ kind, text }) => `${kind} ${text}`));
  const isWithin = rule.glob === other.glob || (mayBeNarrower && coversRule([other], rule));
  return isWithin && other.conditions.every(({ kind, text }) => asked.has(`${kind} ${text}`));
}

function findPersonOpenings(person: RosterPerson, before: readonly RosterPerson[]): readonly WrittenOpening[] {
  const { pm, file, line, featureFolders, revoked } = person;
  const names = new Set(namesOf(person).map((name) => name.toLowerCase()));
  const was = before.find((each) => namesOf(each).some((name) => names.has(name.toLowerCase())));
  const say = (message: string): readonly WrittenOpening[] => [{ file, line, message }];
  if (revoked) return [];
  if (was === undefined) return say(`${pm} becomes a pilot PM.`);
  const more = featureFolders.filter((folder) => !was.featureFolders.includes(folder));
  const isUnbound = featureFolders.length === 0 && was.featureFolders.length > 0;
  return [
    ...(was.revoked ? say(`${pm} is no longer revoked.`) : []),
    ...(isUnbound ? say(`${pm} is no longer bound to feature folders.`) : []),
    ...(more.length > 0 ? say(`${pm} gets the feature folders ${more.join(', ')}.`) : []),
  ];
}
