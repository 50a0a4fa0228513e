import { refusalFrom, type Outcome } from './outcome.js';
import { recover, type Recovered } from './roll-back.js';
import type { Work } from './work.js';

/**
 * Puts back what an operation left behind that was interrupted (a crash, a full disk). To be asked for when a repository is opened; each
 * operation does so first as well. `operations` is 0 where there was nothing to do.
 */
export async function resumeWork(work: Work): Promise<Outcome<Recovered>> {
  try {
    const recovered = await recover(work);
    const { operations, backups } = recovered;
    return {
      done: true,
      sentence:
        operations === 0
          ? 'Nothing was interrupted.'
          : backups.length === 0
            ? 'A step had been interrupted. All is as it was before it.'
            : 'A step had been interrupted. All is as it was before it; what you wrote since is kept as a backup, and "Bring back" has it.',
      ...recovered,
    };
  } catch (error) {
    const refusal = refusalFrom(error);
    if (!refusal) throw error;
    return refusal;
  }
}
