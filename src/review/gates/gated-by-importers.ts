import type { ReviewContext } from '../check.js';
import { readCodeFacts } from './read-code-facts.js';
import { isCode } from './code-text.js';
import { visitPrograms, type FeatureCode } from './feature-code.js';
import type { FileMemory } from './file-memory.js';
import type { FlagNames } from './flag-sense.js';
import { isBusyWhenLoaded, isUsedBeside } from './regions/is-used-beside.js';
import { findAskingPaths } from './references/find-asking-paths.js';
import { createImportIndex, mayResolveTo, type ImportIndex } from './references/import-index.js';

export interface Gate {
  readonly code: FeatureCode;
  /** The programs of `code` that refer to the flag. */
  readonly referringPaths: ReadonlySet<string>;
  readonly keys: readonly string[];
  /** All that stands for the flag in the repository, which is searched for it where nobody has so far. */
  readonly readNames: () => Promise<FlagNames>;
  readonly remember: FileMemory;
}

/** What imports what in the whole repository. */
export interface RepositoryImports {
  readonly index: ImportIndex;
  readonly texts: ReadonlyMap<string, string>;
  /** False where the repository has more programs than are looked through: then nothing is reached only through others. */
  readonly complete: boolean;
}

/** Looks through the programs of the whole repository once, tests apart. */
export async function readImports(context: Pick<ReviewContext, 'snapshot'>): Promise<RepositoryImports> {
  const index = createImportIndex();
  const texts = new Map<string, string>();
  const complete = await visitPrograms(context, isCode, (path, text) => {
    index.add(path, text);
    texts.set(path, text);
    return false;
  });
  return { index, texts, complete };
}

/** Who reaches a program: those alone who have the flag, others too, or perhaps others. */
export type ReachedBy = 'flag' | 'perhaps-others' | 'others';

/** More programs on the way up from one are not looked at. */
const mostSteps = 2000;

/**
 * Is a program that does not refer to the flag behind it all the same: is it imported, and by nothing but programs that are? What nobody
 * imports is reached by a framework or not at all, so it is not; what an importer uses beside its question too, or what does something when it is loaded, perhaps not.
 */
export async function isGatedByImporters(path: string, gate: Gate, imports: RepositoryImports): Promise<ReachedBy> {
  if (!imports.complete) return 'others';
  let behind = false;
  let unsure = await isBusyWhenLoaded(path, imports.texts.get(path) ?? '', gate.remember);
  const seen = new Set([path]);
  // Goes up from program to importer, stops at those that refer to the flag, and fails where nothing is above.
  for (const each of seen) {
    const importers = imports.index.importersOf(each);
    if (importers.size === 0 || seen.size > mostSteps) return 'others';
    for (const importer of importers) {
      const text = imports.texts.get(importer) as string;
      if (!(await refers(importer, text, gate))) seen.add(importer);
      else if (await importsSurely(importer, text, each, gate.remember)) {
        behind = true;
        unsure ||= await isUsedBeside(importer, text, each, gate);
      }
    }
  }
  if (!behind) return 'others';
  return unsure ? 'perhaps-others' : 'flag';
}

/**
 * Is a new program that names the flag taken in by programs alone that are held for it: those of the change, each judged by itself, and those that refer to
 * the flag? What only new ones import, or nobody, a framework may open for everyone; and what does something when it is loaded does it for everyone.
 */
export async function isHeldByImporters(
  path: string,
  changed: ReadonlyMap<string, { readonly isNew: boolean }>,
  gate: Gate,
  { index, texts, complete }: RepositoryImports,
): Promise<boolean> {
  if (!complete || (await isBusyWhenLoaded(path, texts.get(path) ?? '', gate.remember))) return false;
  let isHeld = false;
  const seen = new Set([path]);
  for (const each of seen) {
    for (const importer of index.importersOf(each)) {
      const known = changed.get(importer);
      if (known?.isNew === true) seen.add(importer);
      else if (known !== undefined || (await refers(importer, texts.get(importer) as string, gate))) isHeld = true;
      else return false;
    }
  }
  return isHeld;
}

async function refers(path: string, text: string, { code, referringPaths, keys, remember }: Gate): Promise<boolean> {
  if (code.has(path)) return referringPaths.has(path);
  return (await findAskingPaths(new Map([[path, text]]), keys, remember)).has(path);
}

/** Does its syntax tree say so, and not only a comment or some string? */
async function importsSurely(importer: string, text: string, path: string, remember: FileMemory): Promise<boolean> {
  const { imports } = await readCodeFacts(importer, text, remember);
  return [...imports].some((named) => mayResolveTo(importer, named, path));
}
