import { indexOwners } from './owner-index.js';
import type { Codeowners, Policy } from '../policy.js';

/**
 * How many approvals of its code owners the host asks for a change of a path: with GitLab as many as each section says, none where it is optional.
 * Sections with the same owners are closed by the same approvals. `undefined` where no file has sections that could differ in it.
 */
export function approvalsAsked({ tips }: Policy): ((path: string) => number) | undefined {
  const files = tips.flatMap(({ codeowners }) => (codeowners === undefined ? [] : [codeowners]));
  if (files.every(({ dialect }) => dialect === 'github')) return undefined;
  const counts = files.map(countIn);
  return (path) => Math.max(...counts.map((count) => count(path)));
}

function countIn(codeowners: Codeowners): (path: string) => number {
  const index = indexOwners(codeowners);
  return (path) => {
    const bySet = new Map<string, number>();
    for (const { owners, section } of index.find(path).rules) {
      const { optional = false, approvals = 1 } = { ...codeowners.sections[section] };
      if (owners.length === 0 || optional) continue;
      const key = [...owners].sort().join(' ');
      bySet.set(key, Math.max(bySet.get(key) ?? 0, approvals));
    }
    return [...bySet.values()].reduce((sum, count) => sum + count, 0);
  };
}
