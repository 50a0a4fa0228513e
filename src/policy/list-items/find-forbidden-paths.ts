import { looksLikePath } from './split-globs.js';
import { normalizeWords, toSourceText, type TextToken } from '../zone-section/tokenize.js';

/**
 * The inline code that looks like a path in a sentence that forbids. In "PMs may edit `docs/**` but not `docs/legal/**`"
 * only what follows the exception; elsewhere, in doubt, all of it. Where the sentence `leads` a list, that may be the exception.
 */
export function findForbiddenPaths(tokens: readonly TextToken[], leads = false): readonly TextToken[] {
  const first = tokens.findIndex(looksLikePath);
  const before = normalizeWords(toSourceText(tokens.slice(0, first)));
  const after = tokens.slice(first + 1);
  const excepted = after.slice(after.findIndex(({ kind, text }) => kind === 'text' && !joins.test(text)));
  const isExcepted =
    lets.test(before) &&
    !denies.test(before) &&
    exception.test(normalizeWords(toSourceText(excepted))) &&
    (leads || excepted.some(looksLikePath));
  return (isExcepted ? excepted : tokens).filter(looksLikePath);
}

const joins = /^\s*(?:[,/&+;]|,?\s*(?:and|or))?\s*$/iu;

const lets = /(?<![\p{L}\p{N}])(?:can|may)(?![\p{L}\p{N}])/u;

const exception =
  /^[,;(-]?\s*(?:but (?:not|never)|except|excluding|other than|apart from|aside from|unless)(?![\p{L}\p{N}])/u;

const denies =
  /(?<![\p{L}\p{N}])(?:not|never|nor|only|cannot|no|nobody|nothing|except)(?![\p{L}\p{N}])|n't(?![\p{L}\p{N}])/u;
