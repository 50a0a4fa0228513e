import { cut } from './short-sentence.js';
import { escapeWords } from './html.js';
import type { Stretch } from './mark-difference.js';

/** Characters of one stretch that are shown. */
export const longestStretch = 20_000;

/** What differs is marked by its line and in words, not by colour alone. A text that is all new or gone says so once. */
export function renderStretches(
  stretches: readonly Stretch[],
  tag: 'ins' | 'del',
  said: string,
  isAll = false,
): string {
  if (stretches.length === 0) return '<em>empty</em>';
  return stretches
    .map(({ text: words, differs }) => {
      const text = cut(words, longestStretch);
      if (isAll || !differs) return escapeWords(text);
      return `<${tag}><span class="spoken" lang="en">[${said}: </span>${escapeWords(text)}<span class="spoken" lang="en">]</span></${tag}>`;
    })
    .join('');
}
