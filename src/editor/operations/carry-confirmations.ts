import { l10n, workspace } from 'vscode';
import type { Carried } from '../../attestations/carry-words.js';
import { GitError } from '../../git/git-error.js';
import type { Services } from '../services/services.js';
import type { RepositorySession } from '../sessions/repository-session.js';

/**
 * Saves what the PM confirmed, by the last review, with their change, so that the pull request has it. `undefined` where there is nothing to save
 * or nothing was reviewed. Never rejects for what git refuses: the confirmation is kept on this computer then.
 */
export async function carryConfirmations(
  { changes, reviews, sessions }: Pick<Services, 'changes' | 'reviews' | 'sessions'>,
  session: RepositorySession,
): Promise<Exclude<Carried, { kind: 'nothing' }> | undefined> {
  const reviewed = reviews.get(session);
  if (reviewed === undefined) return undefined;
  const [{ openWork }, { carryWords }, { wordsToCarry }] = await Promise.all([
    import('../../work/work.js'),
    import('../../attestations/carry-words.js'),
    import('../../review/attest-content.js'),
  ]);
  try {
    const policySession = await sessions.openPolicy(session.root);
    try {
      const work = openWork(policySession.repository, { runsFilters: workspace.isTrusted });
      const carried = await carryWords(policySession, work, wordsToCarry(reviewed.review.items));
      if (carried.kind === 'written') await changes.read();
      return carried.kind === 'nothing' ? undefined : carried;
    } finally {
      policySession.close();
    }
  } catch (error) {
    if (error instanceof GitError) return { kind: 'waits', for: 'other', why: error.sentence };
    throw error;
  }
}

/** What became of it, to a PM who need not know of git. */
export function describeConfirmations(carried: NonNullable<Awaited<ReturnType<typeof carryConfirmations>>>): string {
  if (carried.kind === 'written') return l10n.t('Your confirmation is saved with your change.');
  return carried.for === 'commit'
    ? l10n.t('Your confirmation is kept, and goes into your next commit.')
    : l10n.t(
        'Your confirmation is kept on this computer, and could not be saved with your change yet. {0}',
        carried.why,
      );
}
