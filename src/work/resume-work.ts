import { attempt, type Outcome } from './outcome.js';
import { cutOff, recover, type Recovered } from './recover.js';
import type { Work } from './work.js';

/**
 * Rolls back operations that were interrupted (a crash, a full disk). Called when a repository is opened; each operation does so first
 * as well. `operations` and `torn` are 0 where there was nothing to do.
 */
export function resumeWork(work: Work): Promise<Outcome<Recovered>> {
  return attempt<Recovered>(async () => {
    const recovered = await recover(work);
    return { done: true, sentence: sentenceFor(recovered), ...recovered };
  });
}

function sentenceFor({ operations, torn, backups }: Recovered): string {
  if (torn > 0) return cutOff;
  if (operations === 0) return 'Nothing was interrupted.';
  return backups.length === 0
    ? 'A step had been interrupted. All is as it was before it.'
    : 'A step had been interrupted. All is as it was before it; what you wrote since is kept as a backup, and "Bring back" has it.';
}
