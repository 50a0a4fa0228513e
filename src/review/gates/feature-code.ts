import { once } from '../../git/once.js';
import { findByPrefix } from '../../text/find-by-prefix.js';
import type { ReviewContext } from '../check.js';
import { isCode, isTest } from './code-text.js';
import { createImportIndex, modulePath, resolveImport } from './references/import-index.js';

/** Programs at the head by path, as they stand. */
export type FeatureCode = ReadonlyMap<string, string>;

/** More files of a folder are not looked at: what is not reached counts as not gated. */
const mostFiles = 400;
/** More programs of the repository are not looked through. */
const mostPrograms = 20_000;
/** Programs that are read at once. */
const batch = 500;

/**
 * Gives the programs of a folder (of the whole repository where it is empty), tests apart, and those beyond it that they import by a
 * relative name, where flags are often given names. The repository's paths are listed once for all folders.
 */
export function createFeatureReader({
  snapshot,
}: Pick<ReviewContext, 'snapshot'>): (folder: string) => Promise<FeatureCode> {
  const programs = once(async () => {
    const paths = (await snapshot.paths('head')).filter((path) => isCode(path) && !isTest(path)).sort();
    const places = new Map<string, string[]>();
    for (const path of paths) places.set(modulePath(path), [...(places.get(modulePath(path)) ?? []), path]);
    return { paths, places };
  });
  return async (folder) => {
    const { paths, places } = await programs();
    const own = findByPrefix(paths, folder === '' ? '' : `${folder}/`).slice(0, mostFiles);
    const code = await readTexts(snapshot, own);
    const wanted = new Set([...code].flatMap(([path, text]) => placesBeyond(path, text, folder)));
    const beyond = [...wanted].flatMap((place) => places.get(place) ?? []).filter((path) => !isInFolder(path, folder));
    return new Map([...code, ...(await readTexts(snapshot, beyond.slice(0, mostFiles)))]);
  };
}

/**
 * Goes through the programs of the whole repository that `accepts` takes, tests apart, until `visit` gives true. Says whether all were
 * seen, or `visit` had enough: false where the repository has more than can be looked through.
 */
export async function visitPrograms(
  { snapshot }: Pick<ReviewContext, 'snapshot'>,
  accepts: (path: string) => boolean,
  visit: (path: string, text: string) => boolean,
): Promise<boolean> {
  const paths = (await snapshot.paths('head')).filter((path) => accepts(path) && !isTest(path));
  for (let from = 0; from < Math.min(paths.length, mostPrograms); from += batch) {
    for (const [path, text] of await readTexts(snapshot, paths.slice(from, from + batch))) {
      if (visit(path, text)) return true;
    }
  }
  return paths.length <= mostPrograms;
}

/** The programs of a folder by which it is entered: those that nothing in it imports, and what an `index` among these passes on. */
export function findEntries(code: FeatureCode, folder: string): readonly string[] {
  const own = [...code].filter(([path]) => isInFolder(path, folder));
  const index = createImportIndex();
  for (const [path, text] of own) index.add(path, text);
  const importers = new Map(own.map(([path]) => [path, index.importersOf(path)]));
  const first = own.map(([path]) => path).filter((path) => importers.get(path)?.size === 0);
  const doors = first.filter((path) => /(?:^|\/)index\.[a-z]+$/i.test(path));
  const passed = [...importers].flatMap(([path, from]) => (doors.some((door) => from.has(door)) ? [path] : []));
  return [...first, ...passed];
}

export function isInFolder(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}

async function readTexts(snapshot: ReviewContext['snapshot'], paths: readonly string[]): Promise<Map<string, string>> {
  const versions = await snapshot.read('head', paths);
  return new Map([...versions].map(([path, { text = '' }]) => [path, text]));
}

function placesBeyond(path: string, text: string, folder: string): string[] {
  return [...text.matchAll(/["'](\.\.?\/[^"'\n]{1,300})["']/g)]
    .map(([, named = '']) => resolveImport(path, named))
    .filter((place) => !isInFolder(place, folder))
    .map(modulePath);
}
