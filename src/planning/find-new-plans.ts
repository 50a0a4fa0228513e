import type { RepositorySnapshot } from '../change/change.js';
import { openPlanReader } from './plan-reader.js';
import { readTemplate } from './read-template.js';

/** How many planning docs of one change are looked at. */
const mostDocs = 20;

/** Those of these planning docs that were not whole before the change: what they justify cannot rest on them yet. */
export async function findNewPlans(
  snapshot: Pick<RepositorySnapshot, 'read'>,
  paths: readonly string[],
): Promise<readonly string[]> {
  const reader = openPlanReader();
  const template = await readTemplate(snapshot, reader);
  const asked = paths.slice(0, mostDocs);
  const before = await snapshot.read('base', asked);
  const isWhole = async (path: string): Promise<boolean> =>
    (await reader.readPlan(path, before.get(path), template))?.gaps.length === 0;
  return (await Promise.all(asked.map(async (path) => ((await isWhole(path)) ? [] : [path])))).flat();
}
