import { alignLines } from '../../change/compare-lines.js';

/** A stretch of a text that the other one has too, or has not. */
export interface Stretch {
  readonly text: string;
  readonly differs: boolean;
}

/** Longer texts are not compared word by word. */
const longest = 20_000;

/** What differs between two texts, word by word: each as stretches that make it up. Time and memory are bounded. */
export function markDifference(before: string, after: string): Record<'before' | 'after', readonly Stretch[]> {
  if (before.length + after.length > longest) return { before: whole(before), after: whole(after) };
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const { oldLineOf } = alignLines(asLines(old), asLines(now));
  const kept = new Set(oldLineOf);
  return {
    before: join(old.map((text, index) => ({ text, differs: !kept.has(index + 1) }))),
    after: join(now.map((text, index) => ({ text, differs: oldLineOf[index] === 0 }))),
  };
}

function whole(text: string): readonly Stretch[] {
  return text === '' ? [] : [{ text, differs: true }];
}

/** Also of languages that write no spaces. */
function wordsOf(text: string): readonly string[] {
  return [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)].map(({ segment }) => segment);
}

/** A word a line, so that words are compared as lines are. */
function asLines(words: readonly string[]): string {
  return words.map((word) => `${word.replaceAll('\n', '\r')}\n`).join('');
}

/** Neighbours alike are one stretch; a space or a comma alone between two that differ would make the rest hard to read. */
function join(stretches: readonly Stretch[]): readonly Stretch[] {
  const result: Stretch[] = [];
  for (const [index, stretch] of stretches.entries()) {
    const isBetween =
      /^[^\p{L}\p{N}{}]+$/u.test(stretch.text) &&
      result.at(-1)?.differs === true &&
      stretches[index + 1]?.differs === true;
    const differs = stretch.differs || isBetween;
    const last = result.at(-1);
    if (last?.differs === differs) result[result.length - 1] = { text: last.text + stretch.text, differs };
    else result.push({ text: stretch.text, differs });
  }
  return result;
}
