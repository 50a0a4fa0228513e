import { foldWithOrigins, foldWords } from './matching/fold-words.js';
import { hasWords } from './product-text.js';

/**
 * Where the typed words stand in a text, as offsets (the end is behind them), where they are all of its words, with placeholders and signs alone
 * around them. Else `undefined`: who types a new sentence over a part of the old one has the rest of that beside it.
 */
export function locateWords(text: string, typed: string): { readonly start: number; readonly end: number } | undefined {
  const query = foldWords(typed).trim();
  if (query === '') return undefined;
  const { folded, origins } = foldWithOrigins(text);
  const at = folded.indexOf(query);
  const start = origins[at];
  const end = origins[at + query.length];
  if (at === -1 || start === undefined || end === undefined) return undefined;
  const around = [text.slice(0, start), text.slice(end)];
  return around.some((rest) => hasWords(rest.replace(placeholder, ' '))) ? undefined : { start, end };
}

/** As far as it stands beside the words as a whole. */
const placeholder =
  /[$#%]?\{{1,2}[^{}]{0,200}\}{1,2}|<[^<>]{0,200}>|%(?:\([^()]{0,100}\)|\d{1,2}\$)?\d{0,3}(?:\.\d)?[a-zA-Z@]\b|\$\w{1,100}/gu;
