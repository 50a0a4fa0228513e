import { pluralize } from '../text/pluralize.js';
import { locateCatalogText } from '../catalogs/locate-catalog.js';
import { shownWords } from '../catalogs/shown-words.js';
import type { Position } from '../text/index-lines.js';
import type { FileVersion, LoadedChange } from '../change/change.js';
import { classifyFile } from '../change/classify-file.js';
import { saysMadeByMachine } from '../change/says-made-by-machine.js';
import { isForeign, isProgram, isTest } from './gates/code-text.js';
import { findOldWords, type OldWords } from './old-words/find-old-words.js';
import { expressWords, findWholeWords, findWordsWithin } from './old-words/find-whole-words.js';
import { parseOnce, type ParsedCatalogs } from './uses/parse-once.js';

/** Words that the change takes from all that users read, and the lines of tests, of docs, or of what a machine made of the texts, that have them still. */
export interface PlacesOfOldWords {
  readonly words: string;
  readonly by: 'tests' | 'docs' | 'machine';
  /** The file that said them, and where it says what stands there now. */
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
 * Tests that fail once the change is merged, since they read words that it replaces, docs that quote them, and programs that a machine made of the texts and
 * makes anew only when somebody runs it: until then the product shows what they say. It is told of whole texts that nothing else shows, no other text
 * and no program: of what users still read somewhere, nobody can tell here which of the two a test is about. Where not everything could be
 * searched, nothing is told.
 */
export async function findPlacesOfOldWords({
  change,
  snapshot,
  parsed = new WeakMap(),
}: Pick<LoadedChange, 'change' | 'snapshot'> & { readonly parsed?: ParsedCatalogs }): Promise<
  readonly PlacesOfOldWords[]
> {
  const wanted = await findOldWords(change.files, snapshot, parsed);
  if (wanted.length === 0) return [];
  const expressions = new Set(wanted.map(({ words }) => expressWords(words)));
  const found = await snapshot.search([...expressions], withoutWords);
  if (found === undefined) return [];
  const having = [...new Set([...found, ...change.files.map(({ path }) => path)])];
  const showing = having.filter(mayShow);
  if (showing.length > mostFiles) return [];
  const quoting = having.filter(quotesProduct);
  const paths = [...showing, ...(quoting.length > mostFiles ? [] : quoting)];
  const texts = [...(await snapshot.read('head', paths))].flatMap(([path, version]) =>
    version.text === undefined ? [] : [{ path, version, text: version.text }],
  );
  const tests = texts.filter(({ path }) => isReadByTests(path));
  const made = texts.filter(({ path, text }) => !isTest(path) && isProgram(path) && saysMadeByMachine(text));
  const docs = texts.filter(({ path }) => quotesProduct(path));
  const isElse = new Set([...tests, ...made, ...docs]);
  const shown = await Promise.all(
    texts.filter((each) => !isElse.has(each)).map((each) => wordsShownIn(each, wanted, parsed)),
  );
  const stillShown = new Set(shown.flat());
  const changed = new Set(change.files.map(({ path }) => path));
  // What is made anew in the change itself has the words of other texts.
  const left = made.filter(({ path }) => !changed.has(path));
  return wanted
    .filter((old) => !stillShown.has(old))
    .flatMap((old) => [
      ...placesOf(old, 'tests', tests),
      ...(ofThreeWords.test(old.words) ? placesOf(old, 'docs', docs, findWordsWithin) : []),
      ...placesOf(old, 'machine', left),
    ]);
}

/** Fewer stand in docs for much else. */
const ofThreeWords = /\p{L}\S*\s+\S*\p{L}\S*\s+\S*\p{L}/u;

function placesOf(
  { words, path, at }: OldWords,
  by: PlacesOfOldWords['by'],
  texts: readonly { readonly path: string; readonly text: string }[],
  find = findWholeWords,
): readonly PlacesOfOldWords[] {
  const places = texts.flatMap((each) => find(each.text, words).map((line) => ({ path: each.path, line })));
  if (places.length === 0) return [];
  return [{ words, by, path, at, places: places.slice(0, mostLines), more: Math.max(0, places.length - mostLines) }];
}

/** Where the old words are, a few places and how many more. `say` writes one of them. */
export function describePlaces(
  { places, more }: Pick<PlacesOfOldWords, 'places' | 'more'>,
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

/** Pages for people; what tells of the past stays as it is. */
function quotesProduct(path: string): boolean {
  return classifyFile(path) === 'docs' && !isTest(path) && !isForeign(path) && !ofThePast.test(path);
}

const ofThePast =
  /(?:^|\/)(?:blog|posts|news|releases|release-notes|changelogs?|archive)\/|(?:^|\/)(?:changelog|changes|history|news|release)[^/]*$/i;

/** Prose for people is nothing that a test reads, nor that shows what a test is about. */
function mayShow(path: string): boolean {
  const kind = classifyFile(path);
  if (isTest(path)) return isReadByTests(path);
  return kind !== 'docs' && kind !== 'planning' && !isForeign(path) && !/(?:^|\/)(?:dist|build)\//i.test(path);
}

const withoutWords = ['lock', 'map', 'csv', 'tsv', 'svg', 'css', 'scss', 'less'];
