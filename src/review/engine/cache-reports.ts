import type { FileVersion } from '../../change/change.js';
import type { DiskCache } from '../../git/disk-cache.js';
import type { Report } from '../check.js';

/** Both sides of a file, as far as its reports depend on them. */
export interface FileSides {
  readonly path: string;
  readonly before?: FileVersion | undefined;
  readonly after?: FileVersion | undefined;
}

/**
 * What `compute` reports of these files, cached between reviews by the ids of their contents. `facts` is all that it depends on
 * besides, as JSON data. Not cached where git holds no content, so that there is no id, nor where a report says that something could not be
 * parsed or, without a line, looked at: for want of time now, it may be later.
 */
export async function cacheReports(
  getOrCompute: DiskCache['getOrCompute'] | undefined,
  kind: string,
  files: readonly FileSides[],
  facts: unknown,
  compute: () => Promise<readonly Report[]>,
): Promise<readonly Report[]> {
  const versions = files.flatMap(({ before, after }) => [before, after]);
  if (getOrCompute === undefined || versions.some((version) => version !== undefined && version.oid === undefined)) {
    return compute();
  }
  const key = JSON.stringify([files.map(({ path, before, after }) => [path, idOf(before), idOf(after)]), facts]);
  let uncached: readonly Report[] = [];
  const known = await getOrCompute(kind, key, async () => {
    const reports = await compute();
    if (reports.every(({ unparsed, line }) => unparsed !== true && line !== undefined)) return reports;
    uncached = reports;
    return undefined;
  });
  return known ?? uncached;
}

function idOf(version: FileVersion | undefined): string {
  return version === undefined ? '' : `${version.mode} ${String(version.oid)} ${version.unread ?? ''}`;
}
