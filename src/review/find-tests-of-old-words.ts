import { pluralize } from '../text/pluralize.js';
import { locateCatalogText } from '../catalogs/locate-catalog.js';
import { shownWords } from '../catalogs/shown-words.js';
import type { Position } from '../text/index-lines.js';
import type { FileVersion, LoadedChange } from '../change/change.js';
import { classifyFile } from '../change/classify-file.js';
import { isForeign, isProgram, isTest } from './gates/code-text.js';
import { findOldWords, type OldWords } from './old-words/find-old-words.js';
import { expressWords, findWholeWords } from './old-words/find-whole-words.js';
import { parseOnce, type ParsedCatalogs } from './uses/parse-once.js';

/** Words that the change takes from all that users read, and the lines of tests that have them still. */
export interface TestsOfOldWords {
  readonly words: string;
  /** The catalog that said them, and where it says what stands there now. */
  readonly path: string;
  readonly at: Position;
  /** Lines from 1; the first few of them. */
  readonly places: readonly { readonly path: string; readonly line: number }[];
  readonly more: number;
}

/** Files with such words are read up to this number, and lines of one text named. */
const mostFiles = 400;
const mostLines = 3;

/**
 * Tests that fail once the change is merged, since they read words that it replaces. It is told of whole texts that nothing else shows, no other text
 * and no program: of what users still read somewhere, nobody can tell here which of the two a test is about. Where not everything could be
 * searched, nothing is told.
 */
export async function findTestsOfOldWords({
  change,
  snapshot,
  parsed = new WeakMap(),
}: Pick<LoadedChange, 'change' | 'snapshot'> & { readonly parsed?: ParsedCatalogs }): Promise<
  readonly TestsOfOldWords[]
> {
  const wanted = await findOldWords(change.files, snapshot, parsed);
  if (wanted.length === 0) return [];
  const expressions = new Set(wanted.map(({ words }) => expressWords(words)));
  const found = await snapshot.search([...expressions], withoutWords);
  if (found === undefined) return [];
  const paths = [...new Set([...found, ...change.files.map(({ path }) => path)])].filter(mayShow);
  if (paths.length > mostFiles) return [];
  const texts = [...(await snapshot.read('head', paths))].flatMap(([path, version]) =>
    version.text === undefined ? [] : [{ path, version, text: version.text }],
  );
  const shown = await Promise.all(
    texts.filter(({ path }) => !isReadByTests(path)).map((each) => wordsShownIn(each, wanted, parsed)),
  );
  const stillShown = new Set(shown.flat());
  const tests = texts.filter(({ path }) => isReadByTests(path));
  return wanted.flatMap((old): readonly TestsOfOldWords[] => {
    if (stillShown.has(old)) return [];
    const places = tests.flatMap(({ path, text }) => findWholeWords(text, old.words).map((line) => ({ path, line })));
    const { words, path, at } = old;
    if (places.length === 0) return [];
    return [{ words, path, at, places: places.slice(0, mostLines), more: Math.max(0, places.length - mostLines) }];
  });
}

/** Where tests read the old words, a few places and how many more. `say` writes one of them. */
export function describeTests(
  { places, more }: Pick<TestsOfOldWords, 'places' | 'more'>,
  say = (place: string): string => place,
): string {
  const named = places.map(({ path, line }) => say(`${path}:${line}`)).join(', ');
  return more === 0 ? named : `${named} and ${pluralize(more, 'more line', 'more lines')}`;
}

/** Which of the words a file outside of the tests shows still. */
async function wordsShownIn(
  { path, version, text }: { readonly path: string; readonly version: FileVersion; readonly text: string },
  wanted: readonly OldWords[],
  parsed: ParsedCatalogs,
): Promise<readonly OldWords[]> {
  const location = locateCatalogText(path, text);
  if (location === undefined)
    return wanted.filter(({ words, isInCode }) => !isInCode && findWholeWords(text, words).length > 0);
  const catalog = await parseOnce(location, version, parsed);
  // What cannot be read may show all of them.
  if (catalog === undefined || catalog.problem !== undefined) return wanted;
  const byWords = new Map<string, OldWords[]>();
  for (const old of wanted) byWords.set(old.words, [...(byWords.get(old.words) ?? []), old]);
  return [...catalog.entries].flatMap(([id, entry]) =>
    // In another language it is this very text, untranslated.
    (byWords.get(shownWords(entry).words) ?? []).filter((old) => old.id !== id || path === old.path),
  );
}

/** Tests that run, and what they are held against. */
function isReadByTests(path: string): boolean {
  return isTest(path) && (isProgram(path) || /\.(?:snap|ambr|storyshot|feature)$/i.test(path));
}

/** Prose for people is nothing that a test reads, nor that shows what a test is about. */
function mayShow(path: string): boolean {
  const kind = classifyFile(path);
  if (isTest(path)) return isReadByTests(path);
  return kind !== 'docs' && kind !== 'planning' && !isForeign(path) && !/(?:^|\/)(?:dist|build)\//i.test(path);
}

const withoutWords = ['md', 'rst', 'adoc', 'lock', 'map', 'csv', 'tsv', 'svg', 'css', 'scss', 'less'];
