import { findBase } from '../../git/find-base.js';
import type { Repository } from '../../git/repository.js';
import type { Policy, PolicyProblem } from '../../policy/policy.js';

/** A “Base branch” that names nothing here: another branch is taken for it, whose policy may be another. */
export async function findMissingBase({ tips }: Policy, repository: Repository): Promise<readonly PolicyProblem[]> {
  const problems: PolicyProblem[] = [];
  for (const { zone } of tips) {
    const name = zone?.settings.baseBranch;
    const place = zone?.settingsAt?.find(({ setting }) => setting === 'base branch');
    if (place === undefined || name === undefined) continue;
    if ((await findBase(repository, name)) !== undefined) continue;
    const message = `“Base branch” names ${name}, and there is no branch of that name here, so the default branch counts instead. Correct the name, or run git fetch where it is new.`;
    problems.push({ severity: 'warning', file: place.file, line: place.line, message });
  }
  return problems;
}
