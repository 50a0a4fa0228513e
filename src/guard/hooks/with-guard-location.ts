import { GitError, toPlainLine } from '../../git/git-error.js';
import { openRepository } from '../../git/repository.js';
import { GuardError, type GuardOutcome, type GuardRequest } from '../guard-outcome.js';
import { locateGuard, type GuardLocation } from './guard-location.js';

/** Opens the repository, locates the guard's files and closes it after; an expected error becomes a sentence. */
export async function withGuardLocation(
  request: GuardRequest,
  use: (place: GuardLocation) => Promise<GuardOutcome>,
): Promise<GuardOutcome> {
  try {
    const repository = await openRepository(request.cwd, { environment: request.environment });
    try {
      return await use(await locateGuard(repository, request));
    } finally {
      repository.close();
    }
  } catch (error) {
    if (error instanceof GitError) return { kind: 'refused', sentence: error.sentence };
    if (error instanceof GuardError) return { kind: 'refused', sentence: error.message };
    if (error instanceof Error && 'syscall' in error) {
      return {
        kind: 'refused',
        sentence: `The disk did not allow it (${toPlainLine(error.message)}). Check that you may write there and that there is room, then try again.`,
      };
    }
    throw error;
  }
}
