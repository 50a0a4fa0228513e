import type { Change, ChangedFile, RepositorySnapshot } from '../../change/change.js';
import { classifyFile, type FileKind } from '../../change/classify-file.js';
import { isPicture } from '../../change/is-picture.js';
import { originalRank } from '../../catalogs/choose-originals.js';
import { compareCatalogs } from '../../catalogs/compare-catalogs.js';
import { locateCatalog, type CatalogLocation } from '../../catalogs/locate-catalog.js';
import type { Catalog } from '../../catalogs/catalog.js';
import { isTextFolder } from '../../planning/is-text.js';
import type { PlanLevel } from '../../planning/planning-doc.js';
import type { PathPredicate } from '../../planning/planning-doc-matcher.js';
import type { Asking } from '../../policy/policy.js';
import { listReworded } from '../../review/list-reworded.js';
import { pluralize } from '../../text/pluralize.js';
import { listCases } from '../words/list-cases.js';

/** What a change that has no plan yet already says of it; `undefined` for what nobody can tell from it. */
export interface PlanStart {
  readonly folder: string | undefined;
  /** The flag that all of the change is known to be behind. */
  readonly flag: string | undefined;
  readonly level: PlanLevel | undefined;
  /** What changed, in one sentence. */
  readonly sentence: string | undefined;
  /** The changed files that are no planning docs and may go out. */
  readonly files: readonly string[];
}

export interface PlanStartSources {
  readonly change: Pick<Change, 'files'>;
  /** What is locked goes back before anything is sent, so that no plan is about it. */
  readonly isLocked: PathPredicate;
  readonly asking: Pick<Asking, 'rows'>;
  readonly isPlanningDoc: PathPredicate;
  readonly isFlagFile: PathPredicate;
  readonly isRegulated: boolean;
  /** Flags that the change adds, changes or removes. */
  readonly touchedFlags: readonly string[];
  /** Paths that ask for the changed texts. */
  readonly askingPaths: readonly string[];
  /** The changed catalogs on both sides, by their paths. */
  readonly catalogs: ReadonlyMap<string, { readonly before: Catalog; readonly after: Catalog }>;
  readonly snapshot: Pick<RepositorySnapshot, 'read'>;
  /** What the search for secrets would stop is quoted nowhere. */
  readonly hideSecrets: (text: string) => string;
  /** Does a file bring words alone, as far as anybody can tell here? */
  readonly areWords: (file: ChangedFile) => Promise<boolean>;
  /** Is all of the change surely behind the flag? */
  readonly isBehind: (flag: string) => Promise<boolean>;
}

/** How many files that ask for a text are looked at for a flag. */
const mostAsking = 30;
/** Files of code that are read for more than words. */
const mostJudged = 30;
/** Said of words that stand in no catalog, as `restateTexts` reads it again. */
const inCode = '(the words in the code)';
/** Characters of a text that are quoted. */
const longestQuote = 160;

/** Reads off a change that was begun with the work what its plan begins with. */
export async function findPlanStart(sources: PlanStartSources): Promise<PlanStart> {
  const { change, isPlanningDoc, isLocked, catalogs, hideSecrets } = sources;
  const files = change.files.filter(({ path }) => !isPlanningDoc(path) && !isLocked(path));
  const paths = files.map(({ path }) => path);
  const open = new Map([...catalogs].filter(([path]) => !isLocked(path)));
  const said = (text: string): string => quote(hideSecrets(text));
  return {
    folder: findFolder(paths, sources),
    flag: await findFlag(sources),
    level: await findLevel(files, sources),
    sentence: sumUp(describeTexts(open, said)) ?? sumUp(describeReworded(files, said)),
    files: paths,
  };
}

/**
 * The PM's feature folder that holds most of the change, or of the code that asks for its texts; none where two hold as much. Under
 * regulated controls a plan is for what its folder holds alone, be it a folder of texts.
 */
function findFolder(
  paths: readonly string[],
  { asking, askingPaths, isRegulated }: PlanStartSources,
): string | undefined {
  const folders = [...new Set(asking.rows.flatMap(({ featureFolders }) => featureFolders))];
  const features = folders.filter((folder) => isRegulated || !isTextFolder(folder));
  const holding = (all: readonly string[]): readonly string[] => {
    const counts = features.map((folder) => all.filter((path) => path.startsWith(`${folder}/`)).length);
    const most = Math.max(1, ...counts);
    return features.filter((_, index) => counts[index] === most);
  };
  const [first, ...others] = [holding(paths), holding(askingPaths)].find((found) => found.length > 0) ?? [];
  return others.length === 0 ? first : undefined;
}

/**
 * The flag that the change sets, else the one of the PM's that the code which asks for its texts names; none where there are several, or
 * where the change is not known to be behind it: a plan that names a flag says that it takes the change back.
 */
async function findFlag({
  asking,
  touchedFlags,
  askingPaths,
  snapshot,
  isBehind,
}: PlanStartSources): Promise<string | undefined> {
  const own = [...new Set(asking.rows.flatMap(({ flags }) => flags))];
  const touched = touchedFlags.filter((flag) => own.length === 0 || own.includes(flag));
  const texts = [...(await snapshot.read('head', askingPaths.slice(0, mostAsking))).values()];
  const named = own.filter((flag) => texts.some(({ text }) => text !== undefined && names(text, flag)));
  const [flag, ...others] = touched.length > 0 ? touched : named;
  return flag !== undefined && others.length === 0 && (await isBehind(flag)) ? flag : undefined;
}

/** As a word of its own: `new-home` is not named by `new-home-2`. */
function names(text: string, flag: string): boolean {
  for (let at = text.indexOf(flag); at >= 0; at = text.indexOf(flag, at + flag.length))
    if (!/[\w-]/.test(text.charAt(at - 1)) && !/[\w-]/.test(text.charAt(at + flag.length))) return true;
  return false;
}

/**
 * The shortest plan that covers all of these: words are words wherever they stand. An engineer looks at each picture that is no text, so that a plan of words
 * is enough for one.
 */
async function findLevel(
  files: readonly ChangedFile[],
  { isFlagFile, isRegulated, areWords }: Pick<PlanStartSources, 'isFlagFile' | 'isRegulated' | 'areWords'>,
): Promise<PlanLevel | undefined> {
  const kindOf = (path: string): FileKind => {
    if (isFlagFile(path)) return 'flags';
    const kind = classifyFile(path);
    return kind !== 'docs' && !isRegulated && isPicture(path) && !/\.svg$/i.test(path) ? 'copy' : kind;
  };
  const kinds = new Set(files.map(({ path }) => kindOf(path)));
  const inCode = files.filter(({ path }) => ofCode.has(kindOf(path)));
  if (inCode.length > 0 && inCode.length <= mostJudged && (await areAll(inCode, areWords))) {
    for (const kind of ofCode) kinds.delete(kind);
    kinds.add('copy');
  }
  kinds.delete('docs');
  const isWithin = (...within: readonly FileKind[]): boolean => [...kinds].every((kind) => within.includes(kind));
  if (kinds.size === 0) return undefined;
  if (isWithin('copy', 'flags')) return kinds.has('copy') ? 'copy' : 'config';
  if (isWithin('copy', 'flags', 'config')) return 'config';
  if (isWithin('copy', 'flags', 'config', 'prompts')) return 'prompt';
  return isWithin('copy', 'flags', 'config', 'components') ? 'front-end' : 'feature';
}

const ofCode: ReadonlySet<FileKind> = new Set(['components', 'other']);

async function areAll(files: readonly ChangedFile[], holds: (file: ChangedFile) => Promise<boolean>): Promise<boolean> {
  for (const file of files) if (!(await holds(file))) return false;
  return true;
}

/** What each text of the catalogs says now, in English where the change has that, each in one language. */
function describeTexts(catalogs: PlanStartSources['catalogs'], said: (text: string) => string): readonly string[] {
  const placed = [...catalogs].map(([path, texts]) => ({ ...texts, place: locateCatalog(path) as CatalogLocation }));
  placed.sort((one, other) => originalRank(one.place.locale) - originalRank(other.place.locale));
  const seen = new Set<string>();
  const sentences: string[] = [];
  for (const { before: old, after: now, place } of placed) {
    for (const { key, before, after, beforeInCode } of compareCatalogs(old, now)) {
      const name = `${place.family}\0${key}`;
      if (after === undefined || seen.has(name)) continue;
      seen.add(name);
      const was = before === undefined ? undefined : `${said(before)}${beforeInCode ? ` ${inCode}` : ''}`;
      sentences.push(was === undefined ? `New: ${said(after)}` : `${was} becomes ${said(after)}`);
    }
  }
  return sentences;
}

/** The same of words in pages and code, of which nobody knows what belongs together. */
function describeReworded(files: readonly ChangedFile[], said: (text: string) => string): readonly string[] {
  return listReworded(files).map(({ before, after }) => `${said(before)} becomes ${said(after)}`);
}

/** The first, and how many more there are. */
function sumUp([first, ...others]: readonly string[]): string | undefined {
  if (first === undefined) return undefined;
  const more = others.length;
  return more === 0
    ? first.replace(/(?<![.!?…]”)$/, '.')
    : `${first}, and ${pluralize(more, 'more text changes', 'more texts change')}.`;
}

/** In brackets, a plan has what is still to be written. */
function quote(text: string): string {
  const plain = listCases(text).replaceAll('[', '(').replaceAll(']', ')').replace(/\s+/g, ' ').trim();
  return `“${plain.length > longestQuote ? `${plain.slice(0, longestQuote)}…` : plain}”`;
}
