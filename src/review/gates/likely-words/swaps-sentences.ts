import type { ChangedFile } from '../../../change/change.js';
import { locateCatalog } from '../../../catalogs/locate-catalog.js';
import { escapeExpression } from '../../../text/escape-expression.js';
import type { ReviewContext } from '../../check.js';
import { isForeign, isProgram, isTest } from '../code-text.js';
import { isHeldAgainst } from './is-held-against.js';
import { textsToLookThrough } from './texts-to-look-through.js';
import { swappedSentences } from './swapped-sentences.js';

/** More programs that have a sentence are not read. */
const mostPrograms = 50;
/** So much of a sentence is looked for, in characters: where a line is parted, it is not found. */
const longestProbe = 40;

/** Does a file of a change say other words where they are shown, and no program beside it does more with one of them than to show it? */
export async function swapsSentences(
  file: ChangedFile,
  { change, snapshot }: Pick<ReviewContext, 'change' | 'snapshot'>,
): Promise<boolean> {
  const texts = textsToLookThrough(file);
  const swaps = texts && swappedSentences(file.path, ...texts);
  if (swaps === undefined) return false;
  const sentences = swaps.flatMap(({ was, now }) => [was, now]);
  const paths = await snapshot.search([...new Set(sentences.map((each) => escapeExpression(probeOf(each))))]);
  const changed = new Set(change.files.map(({ path }) => path));
  const others = paths?.filter((path) => !changed.has(path) && isProgram(path) && !isTest(path) && !isForeign(path));
  // A view of SwiftUI goes by its words to what they are in other languages.
  const isKey = (path: string): boolean => /\.swift$/i.test(file.path) && ofApple.test(path);
  if (others === undefined || others.length > mostPrograms || paths?.some(isKey) === true) return false;
  const read = await snapshot.read(
    'head',
    others.filter((path) => locateCatalog(path) === undefined),
  );
  return [...read].every(([path, { text }]) => text !== undefined && !isHeldAgainst(path, text, sentences));
}

const ofApple = /\.(?:strings|stringsdict|xcstrings)$/i;

/** The longest piece of a sentence that is written as it is read. */
function probeOf(sentence: string): string {
  const [longest = ''] = sentence.split(/\\.|["'`]/).sort((one, other) => other.length - one.length);
  return longest.trim().slice(0, longestProbe);
}
