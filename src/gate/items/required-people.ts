import type { Asking } from '../../policy/policy.js';
import type { ReviewContext } from '../../review/check.js';
import { isRegulated } from '../../policy/is-regulated.js';
import { findPairing } from '../../review/find-pairing.js';
import type { Approval, Approvals } from '../approvals/find-approvals.js';
import type { Account } from '../evidence.js';
import type { KnownPeople } from '../people/known-people.js';

/** Names of the policy of which any one may approve, and what they do: "the engineering DRI". */
export interface RequiredPeople {
  readonly names: readonly string[];
  readonly role: string;
  /** How many of them have to; one where it is left out. */
  readonly count?: number;
}

/** Who of the required people approved, and who is still missing; `missing` holds an entry for each that nobody approved for. */
export interface Proof {
  readonly given: readonly Approval[];
  readonly missing: readonly RequiredPeople[];
}

/** The engineering DRIs of everyone whose change it is: of each PM one has to approve. */
export function engineeringDrisOf({ rows }: Asking): readonly RequiredPeople[] {
  return distinct(rows.map(({ engineeringDris }) => engineeringDris)).map((names) => ({
    names,
    role: 'engineering DRI',
  }));
}

/** The product DRIs likewise. */
export function productDrisOf({ rows }: Asking): readonly RequiredPeople[] {
  return distinct(rows.map(({ productDris }) => productDris)).map((names) => ({ names, role: 'product DRI' }));
}

/**
 * Under regulated controls, where a commit is by an engineer or names one as co-author, a second engineer or DRI approves besides: nobody reviews what they
 * wrote (design §9, "Evidence").
 */
export function withSecondEngineer(dris: readonly RequiredPeople[], context: ReviewContext): readonly RequiredPeople[] {
  if (!isRegulated(context.policy) || findPairing(context).all.length === 0) return dris;
  const engineers = context.policy.tips.flatMap(({ zone }) => zone?.settings.engineers ?? []);
  const names = [...new Set([...dris.flatMap((each) => each.names), ...engineers])];
  return [...dris, { names, role: 'second engineer, since one is named as author or co-author', count: 2 }];
}

/** Finds for each of the required people an approval that is theirs. */
export function proveApprovals(
  required: readonly RequiredPeople[],
  { counting }: Approvals,
  known: KnownPeople,
): Proof {
  const given: Approval[] = [];
  const missing: RequiredPeople[] = [];
  for (const each of required) {
    const found = counting.filter(({ account }) => isNamed(account, each.names, known));
    const needed = each.count ?? 1;
    if (found.length < needed) missing.push(each);
    else given.push(...found.slice(0, needed));
  }
  return { given, missing };
}

/** Whether one of these names of the policy is this account's, or a team's that it is in. */
export function isNamed({ id }: Account, names: readonly string[], known: KnownPeople): boolean {
  return names.some((name) => known.find(name)?.some((account) => account.id === id));
}

function distinct(lists: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const all = lists.length === 0 ? [[]] : lists;
  return [...new Map(all.map((list) => [JSON.stringify(list), list])).values()];
}

/** Owners of the paths of the change that are open only together with an engineer: of each list of owners one has to approve. */
export function ownersOfPairs({ judgements }: Pick<ReviewContext, 'judgements'>): readonly RequiredPeople[] {
  const pairs = [...judgements.values()].filter(({ standing, owners }) => standing === 'pair' && owners.length > 0);
  return distinct(pairs.map(({ owners }) => owners)).map((names) => ({
    names,
    role: 'owner of what PMs change together with engineers',
  }));
}
