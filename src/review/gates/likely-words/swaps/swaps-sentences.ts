import type { ChangedFile } from '../../../../change/change.js';
import { locateCatalog } from '../../../../catalogs/locate-catalog.js';
import { escapeExpression } from '../../../../text/escape-expression.js';
import type { ReviewContext } from '../../../check.js';
import { isForeign, isProgram, isTest } from '../../code-text.js';
import { isHeldAgainst } from './is-held-against.js';
import { possibleSentences } from './possible-sentences.js';
import { swappedSentences } from './swapped-sentences.js';
import { textsToLookThrough } from '../texts-to-look-through.js';

/** More programs that have a sentence are not read. */
const mostPrograms = 50;
/** So much of a sentence is looked for, in characters: where a line is parted, it is not found. */
const longestProbe = 40;

/**
 * Does a file of a change say other words where they are shown, and does no program beside it do more with one of them than to show it (`likely`)? Or in whole sentences of its code,
 * of which no other program, and no catalog, has one (`possible`)? Or are they sentences by which the catalogs of other languages find theirs (`untranslated`)?
 */
export async function swapsSentences(
  file: ChangedFile,
  { change, snapshot }: Pick<ReviewContext, 'change' | 'snapshot'>,
): Promise<'likely' | 'possible' | 'untranslated' | undefined> {
  const texts = textsToLookThrough(file);
  if (texts === undefined) return undefined;
  const shown = swappedSentences(file.path, ...texts);
  const swaps = shown ?? possibleSentences(file.path, ...texts);
  if (swaps === undefined) return undefined;
  const sentences = swaps.flatMap(({ was, now }) => [was, now]);
  const found = await snapshot.search([...new Set(sentences.map((each) => escapeExpression(probeOf(each))))]);
  const changed = new Set(change.files.map(({ path }) => path));
  const paths = found?.filter((path) => !changed.has(path));
  const others = paths?.filter((path) => isProgram(path) && !isTest(path) && !isForeign(path));
  const isCatalog = (path: string): boolean => locateCatalog(path) !== undefined;
  if (paths === undefined || others === undefined || others.length > mostPrograms) return undefined;
  // A view of SwiftUI goes by its words to what they are in other languages.
  const isKey = (path: string): boolean =>
    shown === undefined ? isCatalog(path) : /\.swift$/i.test(file.path) && ofApple.test(path);
  const asked = [...(shown === undefined ? paths : (found ?? []))].filter(isKey);
  const byWords = ofQt.test(file.path) ? orOfQt : findsByWords;
  if (!asked.every((path) => byWords.test(path))) return undefined;
  const read = await snapshot.read(
    'head',
    others.filter((path) => !isCatalog(path)),
  );
  const isFree = (path: string, text: string): boolean =>
    shown === undefined ? !sentences.some((each) => text.includes(each)) : !isHeldAgainst(path, text, sentences);
  const areFree = [...read].every(([path, { text }]) => text !== undefined && isFree(path, text));
  if (!areFree) return undefined;
  if (asked.length > 0) return 'untranslated';
  return shown === undefined ? 'possible' : 'likely';
}

const ofApple = /\.(?:strings|stringsdict|xcstrings)$/i;
/** Gettext, Apple, and the XLIFF of Angular; and Qt, whose catalogs end as TypeScript's do. */
const findsByWords = /\.(?:pot?|strings|stringsdict|xcstrings|xlf|xliff)$/i;
const orOfQt = /\.(?:pot?|ts)$/i;
const ofQt = /\.(?:c(?:c|pp|xx)|h(?:h|pp|xx)?|qml|ui|py)$/i;

/** The longest piece of a sentence that is written as it is read. */
function probeOf(sentence: string): string {
  const [longest = ''] = sentence.split(/\\.|["'`]/).sort((one, other) => other.length - one.length);
  return longest.trim().slice(0, longestProbe);
}
