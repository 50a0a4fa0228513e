import { foldForEye } from '../fold-for-eye.js';

/**
 * What else the author of a forbid may have meant by a glob that is none to the letter: a regular expression, a path with
 * a line number or a full stop after it, in brackets, percent-encoded, two joined by "and", letters that only look like those meant. Each only closes more, so that
 * a slip of the pen does not open what was meant to be locked (design §3: in doubt a forbid matches more).
 */
export function alsoMeant(written: string): readonly string[] {
  if (!odd.test(written)) return [];
  const bare = written
    .replace(/[＊∗⁎✱﹡]/gu, '*')
    .replace(/^\[([^\]]*)\](?:\([^)]*\))?$|^\(([^)|]*)\)$/u, '$1$2')
    .replace(/^[\^@+-](?![({])|\$$/gu, '')
    .replace(/(?:#L?\d.*|:\d+(?:[:-]\d+)*|[.:,]+)$/u, '');
  const isExpression = /^\^|\$$/u.test(written);
  const plain = [bare, decoded(bare)].flatMap((glob) => glob.split(/\s+(?:and|or|und|&|\+)\s+|:(?=[*/\w])/u));
  const globs = plain.flatMap((glob) => [
    glob,
    (isExpression ? glob.replace(/\.\*/gu, '*') : glob).replace(/(?<![@!?+*)])(?=\([^()]*\|)/gu, '@'),
  ]);
  const seen = globs.flatMap((glob) => foldForEye(glob) ?? []);
  return [...new Set([...globs, ...seen])].filter((glob) => glob !== written && /[\p{L}\p{N}]/u.test(glob));
}

/** Most globs have none of it, and cost no more than this test. */
const odd = /[＊∗⁎✱﹡%:|^$#]|^[[(@+-]|[.,]$|\s(?:and|or|und|&|\+)\s|[^\0-\x7f]/u;

function decoded(glob: string): string {
  try {
    return decodeURIComponent(glob);
  } catch {
    return glob;
  }
}
