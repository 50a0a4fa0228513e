import { foldWithOrigins, foldWords } from './matching/fold-words.js';

/** Where the typed words stand in a text, as offsets (the end is behind them); `undefined` where they do not stand there as one piece. */
export function locateWords(text: string, typed: string): { readonly start: number; readonly end: number } | undefined {
  const query = foldWords(typed).trim();
  if (query === '') return undefined;
  const { folded, origins } = foldWithOrigins(text);
  const at = folded.indexOf(query);
  const start = origins[at];
  const end = origins[at + query.length];
  return at === -1 || start === undefined || end === undefined ? undefined : { start, end };
}
