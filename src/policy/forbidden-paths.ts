import { isPath } from './item-globs.js';
import { plainWords, sourceOf, type Piece } from './zone-text.js';

/**
 * The inline code that looks like a path in a sentence that forbids. In "PMs may edit `docs/**` but not `docs/legal/**`"
 * only what follows the exception; elsewhere, in doubt, all of it. Where the sentence `leads` a list, that may be the exception.
 */
export function forbiddenPaths(tokens: readonly Piece[], leads = false): readonly Piece[] {
  const first = tokens.findIndex(isPath);
  const before = plainWords(sourceOf(tokens.slice(0, first)));
  const after = tokens.slice(first + 1);
  const excepted = after.slice(after.findIndex(({ kind, text }) => kind === 'text' && !joins.test(text)));
  const isExcepted =
    lets.test(before) &&
    !denies.test(before) &&
    exception.test(plainWords(sourceOf(excepted))) &&
    (leads || excepted.some(isPath));
  return (isExcepted ? excepted : tokens).filter(isPath);
}

const joins = /^\s*(?:[,/&+;]|,?\s*(?:and|or))?\s*$/iu;

const lets = /(?<![\p{L}\p{N}])(?:can|may)(?![\p{L}\p{N}])/u;

const exception =
  /^[,;(-]?\s*(?:but (?:not|never)|except|excluding|other than|apart from|aside from|unless)(?![\p{L}\p{N}])/u;

const denies =
  /(?<![\p{L}\p{N}])(?:not|never|nor|only|cannot|no|nobody|nothing|except)(?![\p{L}\p{N}])|n't(?![\p{L}\p{N}])/u;
