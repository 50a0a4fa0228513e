import type { Catalog } from '../../../catalogs/catalog.js';

/** Could nothing, or not all, be made out for certain of what stands in a catalog? */
export function isMisread({ problem }: Pick<Catalog, 'problem'>): boolean {
  return problem !== undefined && problem.isLocal !== true;
}
