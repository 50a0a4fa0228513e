import type { Catalog, CatalogEntry } from '../../catalogs/catalog.js';
import { joinSome } from '../../text/join-words.js';
import type { Report } from '../check.js';

/** Named in one report; the others are counted. */
const most = 5;

/** What a catalog that is gone had and the one that takes its place in another format has not; or that an engineer looks which of them the app reads. */
export function reportRewritten(before: Catalog, after: Catalog): Report {
  const words = `This catalog is ${after.path} now`;
  if (after.problem !== undefined)
    return {
      message: `${words}, and nobody can tell which texts came along before that one can be read. Your engineering DRI compares the two then.`,
      path: before.path,
      undecided: true,
    };
  const has = new Set([...after.entries.values()].map(idOf));
  const lost = [...before.entries.values()].filter((entry) => entry.isText && !has.has(idOf(entry)));
  if (lost.length === 0)
    return {
      message: `${words}, with all its texts. Your engineering DRI says in the pull request whether the app reads that one.`,
      path: before.path,
      undecided: true,
    };
  const named = joinSome(
    lost.map(({ label }) => `“${label}”`),
    most,
  );
  const message = `${words}, and ${named} did not come along. Add what is missing there.`;
  return { message, path: before.path };
}

/** Hugo and go-i18n take a text by itself for its form `other`. */
function idOf({ path }: CatalogEntry): string {
  return JSON.stringify(path.at(-1) === 'other' ? path.slice(0, -1) : path);
}
