import { handleOf, normalizeHandle, rosterNames } from '../../policy/asking.js';
import type { Asking, Judgement, Policy } from '../../policy/policy.js';
import type { LinkedPlan } from '../../planning/linked-plan.js';
import type { Change } from '../../change/change.js';

export interface Reviewers {
  /** Handles and teams that the host can be asked for, as written (`@erin`, `@org/team`); at most 15, which is GitHub's limit. */
  readonly handles: readonly string[];
  /** Those beyond that: the body names them. */
  readonly beyond: readonly string[];
  /** People who are known by an e-mail address or a name alone: the body names them. */
  readonly others: readonly string[];
  readonly engineeringDris: readonly string[];
  readonly productDris: readonly string[];
}

const mostReviewers = 15;

/**
 * Who is asked to review: the engineering DRIs, the product DRIs for their sign-off, and the code owners of what changed; each once,
 * never the author under any of their names, and no pilot PM (seed 000, "Authentication and Authorization"). The roster's DRIs count;
 * the plan's only where it names none.
 */
export function chooseReviewers(
  change: Change,
  asking: Asking,
  policy: Policy,
  judgements: ReadonlyMap<string, Judgement>,
  { plan }: Pick<LinkedPlan, 'plan'>,
): Reviewers {
  const own = new Set(
    [
      ...asking.names,
      ...asking.rows.flatMap(({ pm, handles, emails }) => [pm, ...handles, ...emails]),
      ...rosterNames(policy),
      ...change.commits.flatMap(({ author, committer }) => [author.email, author.name, committer.email]),
    ].flatMap((name) => [normalizeHandle(name), handleOf(name)]),
  );
  const others = (names: readonly string[]): string[] => names.filter((name) => !own.has(normalizeHandle(name)));
  const namedAs = (role: 'engineeringDris' | 'productDris'): string[] => {
    const roster = asking.rows.flatMap((row) => row[role]);
    return others(roster.length > 0 ? roster : (plan?.doc[role] ?? []));
  };
  const [engineeringDris, productDris] = [namedAs('engineeringDris'), namedAs('productDris')];
  const owners = others(change.files.flatMap(({ path }) => judgements.get(path)?.owners ?? []));
  const all = [
    ...new Map([...engineeringDris, ...productDris, ...owners].map((name) => [normalizeHandle(name), name])).values(),
  ];
  const handles = all.filter(isHandle);
  return {
    handles: handles.slice(0, mostReviewers),
    beyond: handles.slice(mostReviewers),
    others: all.filter((name) => !isHandle(name)),
    engineeringDris: [...new Set(engineeringDris)],
    productDris: [...new Set(productDris)],
  };
}

function isHandle(name: string): boolean {
  return /^@[a-z0-9][\w.-]{0,99}(?:\/[\w.-]{1,100}){0,10}$/i.test(name);
}
