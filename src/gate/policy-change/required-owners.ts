import type { Policy } from '../../policy/policy.js';
import type { Approvals } from '../approvals/find-approvals.js';
import type { Account } from '../evidence.js';
import type { KnownPeople } from '../people/known-people.js';

/** What the host says of those whose word a change of the policy needs. */
export interface WordOfOwners {
  readonly approvals: Approvals;
  readonly known: KnownPeople;
  /** Why somebody's approval cannot count, if so. */
  readonly whyBarred: (account: Account) => string | undefined;
}

/** Whom the policy names for itself where nobody owns its files: the engineering DRIs, then the engineers. */
export function standInsOf({ tips }: Policy): readonly (readonly string[])[] {
  const rows = tips.flatMap(({ zone }) => zone?.roster ?? []);
  return [
    [...new Set(rows.flatMap(({ engineeringDris }) => engineeringDris))],
    [...new Set(tips.flatMap(({ zone }) => zone?.settings.engineers ?? []))],
  ];
}

/** Who of the first of these lists in which somebody may approve may do so, as far as the host says; else the first that names anybody. */
export function firstWithSomebody(
  lists: readonly (readonly string[])[],
  { known, whyBarred }: Pick<WordOfOwners, 'known' | 'whyBarred'>,
): readonly string[] {
  const mayApprove = (name: string): boolean => {
    const accounts = known.find(name);
    return accounts === undefined || accounts.some((account) => whyBarred(account) === undefined);
  };
  const able = lists.map((names) => names.filter(mayApprove));
  return able.find((names) => names.length > 0) ?? lists.find((names) => names.length > 0) ?? [];
}
