import type { ChangedFile } from '../../../change/change.js';
import { escapeExpression } from '../../../text/escape-expression.js';
import type { ReviewContext } from '../../check.js';
import { isProgram, isTest } from '../code-text.js';
import { textsToLookThrough } from './texts-to-look-through.js';
import { swappedSentences } from './swapped-sentences.js';

/** So much of a sentence is looked for, in characters: where a line is parted, it is not found. */
const longestProbe = 40;

/** Does a file of a change say other sentences in quotes, and no program beside it has one of them, by which it could be asked for? */
export async function swapsSentences(
  file: ChangedFile,
  { change, snapshot }: Pick<ReviewContext, 'change' | 'snapshot'>,
): Promise<boolean> {
  const texts = textsToLookThrough(file);
  const swaps = texts && swappedSentences(file.path, ...texts);
  if (swaps === undefined) return false;
  const sentences = swaps.flatMap(({ was, now }) => [was, now]).filter((each) => !/^https?:/i.test(each));
  if (sentences.length === 0) return true;
  const probes = sentences.map((sentence) => escapeExpression(probeOf(sentence)));
  const found = await snapshot.search([...new Set(probes)]);
  const changed = new Set(change.files.map(({ path }) => path));
  return found !== undefined && found.every((path) => changed.has(path) || !isProgram(path) || isTest(path));
}

/** The longest piece of a sentence that is written as it is read. */
function probeOf(sentence: string): string {
  const [longest = ''] = sentence.split(/\\.|["'`]/).sort((one, other) => other.length - one.length);
  return longest.trim().slice(0, longestProbe);
}
