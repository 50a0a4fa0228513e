import type { Repository } from '../git/repository.js';
import type { RepositorySnapshot } from './change.js';
import { openBlobTexts } from './files/blob-texts.js';
import { createRepositorySnapshot, createTreeSide } from './snapshot/repository-snapshot.js';

/** One commit by itself, read on demand: both sides are the same. */
export function openCommitSnapshot(
  { git, objects }: Pick<Repository, 'git' | 'objects'>,
  commit: string,
): RepositorySnapshot {
  const side = createTreeSide({ git, objects }, commit);
  return createRepositorySnapshot({ base: side, head: side }, openBlobTexts(objects));
}
