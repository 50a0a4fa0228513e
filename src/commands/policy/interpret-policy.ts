import type { Repository } from '../../git/repository.js';
import type { PolicyProblem } from '../../policy/policy.js';
import { interpretProse, isInProse } from '../../setup/interpret-prose.js';
import { readMessages } from '../../change/read-messages.js';
import { surveyRepository } from '../../setup/survey-repository.js';
import type { JudgedPolicy } from './read-judged-policy.js';

/** What sentences of a policy that name no path most likely mean in this repository; it is surveyed only where there are such. */
export async function interpretPolicy(
  { policy, tracked, revision }: Pick<JudgedPolicy, 'policy' | 'tracked' | 'revision'>,
  { git }: Repository,
): Promise<readonly PolicyProblem[]> {
  const found: PolicyProblem[] = [];
  for (const { zone, commit = 'HEAD' } of policy.tips) {
    if (zone === undefined || !isInProse(zone)) continue;
    const paths = tracked.paths.filter((path) => !tracked.special.has(path));
    const read = (folders: readonly string[]): Promise<string> => readMessages(git, commit, folders);
    found.push(...interpretProse(zone, await surveyRepository({ paths, revision, readMessages: read }, false)));
  }
  return found;
}
