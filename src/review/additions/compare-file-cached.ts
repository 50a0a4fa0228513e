import type { ChangedFile } from '../../change/change.js';
import type { Report, ReviewContext } from '../check.js';
import { cacheReports } from '../engine/cache-reports.js';

/** What a file lost, or says otherwise than before (`compareFile`), cached between reviews: most commits need no comparison, nor what it is made with. */
export function compareFileCached(
  file: ChangedFile,
  { getOrCompute }: Pick<ReviewContext, 'getOrCompute'>,
): Promise<readonly Report[]> {
  const { removedLines, added, renamedTo } = file;
  const facts = [removedLines, added.slice(0, 1), renamedTo ?? ''];
  return cacheReports(getOrCompute, 'additions', [file], facts, async () => {
    const { compareFile } = await import('./compare-file.js');
    return compareFile(file);
  });
}
