import { GitTrouble, plain } from '../repository/git-trouble.js';
import { openRepository } from '../repository/repository.js';
import { CannotGuard, type GuardOutcome, type GuardRequest } from './guard.js';
import { findGuardPlace, type GuardPlace } from './guard-place.js';

/** Opens the repository, locates the guard's files and closes it after; an expected error becomes a sentence. */
export async function withPlace(
  request: GuardRequest,
  use: (place: GuardPlace) => Promise<GuardOutcome>,
): Promise<GuardOutcome> {
  try {
    const repository = await openRepository(request.cwd, { environment: request.environment });
    try {
      return await use(await findGuardPlace(repository, request));
    } finally {
      repository.close();
    }
  } catch (error) {
    if (error instanceof GitTrouble) return { kind: 'refused', sentence: error.sentence };
    if (error instanceof CannotGuard) return { kind: 'refused', sentence: error.message };
    if (error instanceof Error && 'syscall' in error) {
      return {
        kind: 'refused',
        sentence: `The disk did not allow it (${plain(error.message)}). Check that you may write there and that there is room, then try again.`,
      };
    }
    throw error;
  }
}
