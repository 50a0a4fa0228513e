import type { Catalog, CatalogProblem } from '../../../catalogs/catalog.js';
import type { Report } from '../../check.js';

/** That a catalog could not be read. What is no mistake of the change, or none that one could tell, is the engineering DRI's. */
export function reportUnreadable(
  { path }: Catalog,
  { message: why, at, undecided }: CatalogProblem,
  before: Catalog | undefined,
): Report {
  if (undecided || before?.problem !== undefined) {
    const message = `Not all of this catalog could be checked, because ${why}${before?.problem && !undecided ? ', as it was before' : ''}. Your engineering DRI looks at it in the pull request.`;
    return { message, severity: 'note', path, ...at, undecided: true };
  }
  const message = `This catalog cannot be read, because ${why}${/[.?!]$/.test(why) ? '' : '.'} Fix it here, or take your last edit back.`;
  return { message, path, ...at, unparsed: true };
}
