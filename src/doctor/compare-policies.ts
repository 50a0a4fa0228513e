import type { TrackedPaths } from '../git/list-tracked.js';
import { describeCondition } from '../policy/explain-standing.js';
import type { Asking, Judgement, Policy, Reason, Standing } from '../policy/policy.js';
import { turningDays } from '../policy/pilot-days.js';
import { samplePaths } from '../policy/sample-paths.js';
import { createJudges, type JudgePath } from '../policy/tracked-judge.js';
import { compareOwners, type OwnerDifference } from './compare-owners.js';
import { compareRules } from './comparison/compare-rules.js';
import { compareSettings } from './comparison/compare-settings.js';
import type { SettingDifference } from './comparison/setting-difference.js';
import { groupNames, type NameGroup } from './group-names.js';

/** A path whose standing is another under the newer policy, and the rule that decides it there. */
export interface PathDifference {
  readonly path: string;
  /** The repository has no such file yet: it stands for all that a rule would match. */
  readonly isToCome?: true;
  readonly from: Standing;
  readonly to: Standing;
  readonly because: Reason | undefined;
  /** What closed it before, where it is opened and no line opens it: what decides now closes it still. */
  readonly closedUntilNow?: Reason;
  /** Of a path that is editable under both: what no longer limits the change there. */
  readonly lifted?: readonly string[];
}

/** What another policy changes for somebody. */
export interface PersonDifference extends Pick<NameGroup, 'pm' | 'names'> {
  /** A name of a PM before, and of nobody now: who commits under it is not judged as a PM. */
  readonly isUnjudged: boolean;
  /** A name of a PM now that the list before did not have: who commits under it was not judged as a PM. */
  readonly isNew?: true;
  /** Judged as a PM by neither, so that nothing of all this is about them. */
  readonly isNobody?: true;
  readonly opened: readonly PathDifference[];
  readonly closed: readonly PathDifference[];
  /** Editable under both, with less asked of the change. */
  readonly loosened: readonly PathDifference[];
}

export interface PolicyComparison {
  /** Those for whom something is another. */
  readonly people: readonly PersonDifference[];
  readonly settings: readonly SettingDifference[];
  readonly owners: readonly OwnerDifference[];
}

/**
 * What a policy opens and closes where another stood, path by path and for everybody whom one of them names: on no day and for none of the
 * repository's paths does it open more than this says. For a rule that matches no file a path that is to come stands.
 */
export function comparePolicies(before: Policy, after: Policy, tracked: TrackedPaths, today: string): PolicyComparison {
  const there = new Set(tracked.paths);
  const toCome = [...new Set([before, after].flatMap(samplesOf))].filter((path) => !there.has(path));
  const paths = [...tracked.paths, ...toCome];
  const judges = createJudges(tracked, paths);
  const days = daysOf([before, after], today);
  const known = new Map<string, Omit<PersonDifference, keyof NameGroup | 'isUnjudged' | 'isNew' | 'isNobody'>>();
  const people = groupNames(before, after).map((group): PersonDifference => {
    const { pm, names } = group;
    const key = JSON.stringify([group.before, group.after].map(({ kind, rows }) => [kind, rows.map(withoutNames)]));
    const differences =
      known.get(key) ??
      differ(
        days.map((day): readonly [JudgePath, JudgePath] => [
          judges({ policy: before, asking: group.before }, { today: day }),
          judges({ policy: after, asking: group.after }, { today: day }),
        ]),
        paths,
        there,
      );
    known.set(key, differences);
    return {
      pm,
      names,
      isUnjudged: isJudged(before, group.before) && group.after.kind === 'not-on-roster',
      ...(group.before.kind === 'not-on-roster' && group.after.kind === 'pilot-pm' ? { isNew: true } : {}),
      ...(!isJudged(before, group.before) && group.after.kind === 'not-on-roster' ? { isNobody: true } : {}),
      ...differences,
    };
  });
  return {
    people: people.filter(
      ({ isUnjudged, isNew, opened, closed, loosened }) =>
        isUnjudged || isNew === true || opened.length + closed.length + loosened.length > 0,
    ),
    settings: [...compareSettings(before, after), ...compareRules(before, after, tracked.paths, people)],
    owners: compareOwners(before, after, tracked),
  };
}

function samplesOf({ tips }: Policy): readonly string[] {
  return tips.flatMap(({ zone }) => zone?.rules.flatMap(samplePaths) ?? []);
}

/** A day of each stretch of time in which both policies say the same throughout: today, and each on which a pilot begins, ends its first week, or is over, or a wave begins. */
function daysOf(policies: readonly Policy[], today: string): readonly string[] {
  const settings = policies.flatMap(({ tips }) => tips.flatMap(({ zone }) => zone?.settings ?? []));
  const days = settings.flatMap(turningDays);
  return [...new Set([today, ...days.filter((day) => day > today)])];
}

/** Names and what decides no standing: who is alike in the rest is judged alike. */
function withoutNames(row: object): object {
  return { ...row, pm: '', handles: [], emails: [], flags: [], productDris: [], line: 0, file: '' };
}

function isJudged({ tips }: Policy, { kind }: Asking): boolean {
  return kind === 'pilot-pm' || (kind === 'no-roster' && tips.some(({ zone }) => zone !== undefined));
}

const openness: Readonly<Record<Standing, number>> = { locked: 0, pair: 1, editable: 2 };

function differ(
  judges: readonly (readonly [before: JudgePath, after: JudgePath])[],
  paths: readonly string[],
  there: ReadonlySet<string>,
): Omit<PersonDifference, keyof NameGroup | 'isUnjudged' | 'isNew' | 'isNobody'> {
  const found = { opened: [] as PathDifference[], closed: [] as PathDifference[], loosened: [] as PathDifference[] };
  for (const path of paths) {
    const seen = new Set<keyof typeof found>();
    for (const [before, after] of judges) {
      const [one, other] = [before(path), after(path)];
      const more = openness[other.standing] - openness[one.standing];
      const lifted = more === 0 && other.standing === 'editable' ? liftedBy(one, other) : [];
      const kind = more > 0 ? 'opened' : more < 0 ? 'closed' : lifted.length > 0 ? 'loosened' : undefined;
      if (kind === undefined || seen.has(kind)) continue;
      seen.add(kind);
      const [closing] = one.because;
      const isByNone = kind === 'opened' && other.standing !== 'editable' && closing !== undefined && closing.line > 0;
      found[kind].push({
        path,
        ...(there.has(path) ? {} : { isToCome: true }),
        from: one.standing,
        to: other.standing,
        because: other.because[0],
        ...(isByNone ? { closedUntilNow: closing } : {}),
        ...(lifted.length > 0 ? { lifted } : {}),
      });
    }
  }
  return {
    opened: withoutExamples(found.opened),
    closed: withoutExamples(found.closed),
    loosened: withoutExamples(found.loosened),
  };
}

/** An example of what is to come says nothing where the same rule does the same to a file that is there. */
function withoutExamples(differences: readonly PathDifference[]): readonly PathDifference[] {
  const keyOf = ({ from, to, because }: PathDifference): string => `${from} ${to} ${because?.file} ${because?.line}`;
  const shown = new Set(differences.filter(({ isToCome }) => isToCome !== true).map(keyOf));
  return differences.filter((each) => each.isToCome !== true || !shown.has(keyOf(each)));
}

/** What one judgement asks of a change and the other does not. */
function liftedBy(one: Judgement, other: Judgement): readonly string[] {
  if (one.conditions.length === 0) return [];
  const kept = new Set(other.conditions.map(describeCondition));
  return [...new Set(one.conditions.map(describeCondition))].filter((condition) => !kept.has(condition));
}
