import type { RepositorySnapshot } from '../change/change.js';
import type { PlanReader } from './plan-reader.js';
import { planTemplatePaths } from './plan-template.js';
import type { PlanningDoc } from './planning-doc.js';

/** The team's own template as the base has it; `undefined` where there is none that can be read. */
export async function readTemplate(
  snapshot: Pick<RepositorySnapshot, 'read'>,
  reader: PlanReader,
): Promise<PlanningDoc | undefined> {
  const found = await snapshot.read('base', planTemplatePaths);
  return reader.readDoc(planTemplatePaths.map((path) => found.get(path)).find((version) => version !== undefined));
}
