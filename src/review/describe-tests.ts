import { pluralize } from '../text/pluralize.js';
import type { TestsOfOldWords } from './find-tests-of-old-words.js';

/** Where tests read the old words, a few places and how many more. `say` writes one of them. */
export function describeTests(
  { places, more }: Pick<TestsOfOldWords, 'places' | 'more'>,
  say = (place: string): string => place,
): string {
  const named = places.map(({ path, line }) => say(`${path}:${line}`)).join(', ');
  return more === 0 ? named : `${named} and ${pluralize(more, 'more line', 'more lines')}`;
}
