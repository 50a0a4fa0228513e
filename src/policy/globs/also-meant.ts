import { decodePercent } from '../../text/path-names.js';
import { asLatin } from './as-latin.js';
import { fold } from '../fold.js';
import { foldForEye } from '../fold-for-eye.js';
import { expandBraces } from './expand-braces.js';

/**
 * What else the author of a forbid may have meant by a glob that is none to the letter: a regular expression (`src/auth.*`, which may be the folder), a path with
 * a line number, a heading or a full stop after it, in brackets, percent-encoded, among words, two joined by "and", letters that only look like those meant. Each only closes more, so that
 * a slip of the pen does not open what was meant to be locked (design §3: in doubt a forbid matches more).
 */
export function alsoMeant(written: string): readonly string[] {
  if (!odd.test(written)) return [];
  const globs = [written, ...wordsApart(written)].flatMap(readingsOf);
  return [...new Set(globs)].filter((glob) => glob !== written && /[\p{L}\p{N}]/u.test(glob));
}

/** The pieces of a glob with words in it that look like paths: `src/auth/**` of `src/auth/** (login)`. */
export function wordsApart(written: string): readonly string[] {
  const pieces = written.split(/[,;:.]*\s+/u);
  return pieces.length === 1 ? [] : pieces.filter((piece) => /[*/]/u.test(piece));
}

function readingsOf(written: string): readonly string[] {
  const bare = written
    .replace(/[＊∗⁎✱﹡]/gu, '*')
    .replace(/^\[([^\]]*)\](?:\([^)]*\))?$|^\(([^)|]*)\)$/u, '$1$2')
    .replace(/^[\^@+-](?![({])|\$$/gu, '')
    .replace(/(?:#L?\d.*|(?<=\.\w{1,8})#.*|:\d+(?:[:-]\d+)*|[.:,!]+)$/u, '');
  const isExpression = /^\^|\$$|^regexp?:|^[^*]*\/\.\*$/u.test(written);
  const plain = [bare, decodePercent(bare)].flatMap((glob) => glob.split(/\s+(?:and|or|und|&|\+)\s+|:(?=[*/\w])/u));
  const globs = plain.flatMap((glob) => [
    glob,
    (isExpression ? glob.replace(/\.\*/gu, '*') : glob).replace(/(?<![@!?+*)])(?=\([^()]*\|)/gu, '@'),
  ]);
  globs.push(...plain.filter((glob) => expression.test(glob)).map(fromExpression));
  const seen = globs.flatMap((glob) => foldForEye(glob) ?? []);
  const drawn = globs.map(fold).flatMap((glob) => (asLatin(glob) === glob ? [] : [asLatin(glob)]));
  const folders = globs
    .filter((glob) => anyEnding.test(glob) && !expression.test(glob))
    .map((glob) => glob.replace(anyEnding, '/**'));
  return [...globs, ...folders, ...seen, ...drawn];
}

/** As a glob all files of a name, as an expression all that begins with it. */
const anyEnding = /(?<=[^/*.])\.\*$/u;

/** What only a regular expression writes so: a folder that is any folders (`.*\/auth/`), words with anything before and behind them. */
const expression = /(?:^|\/)\.[*+]\/|^\.[*+](?=[\p{L}\p{N}]).*\.[*+]$/u;

/** `.*\/auth/.*` as a glob. */
function fromExpression(written: string): string {
  const folders = written
    .split('/')
    .map((name) => (/^\.[*+]$/u.test(name) ? '**' : name.replace(/\.[*+]/gu, '*')))
    .join('/');
  return /^\.[*+](?=[\p{L}\p{N}])/u.test(written) ? `**/${folders}` : folders;
}

/** Most globs have none of it, and cost no more than this test. */
const odd = /[＊∗⁎✱﹡%:|^$#]|^[[(@+-]|[.,!]$|[^*.]\.\*$|(?:^|\/)\.[*+]|\s|[^\0-\x7f]/u;

/** Whether a glob may begin with the name of a repository or its owner, which have no wildcards and do not begin with a dot. */
export function mayNameRepository(written: string): boolean {
  return /^(?:\.?\/)*[^\s*?[\]{}()/.][^*?[\]{}()/]*\/+./u.test(written);
}

/**
 * What the author of a forbid meant by `acme/app/src/auth/**`, whose first folder does not exist: the glob from its first name on that
 * stands at the root. `rootNames` are folded (see `fold`). Nothing where it can match as written.
 */
export function meantFromRoot(written: string, rootNames: ReadonlySet<string>): readonly string[] {
  const globs = [written, ...alsoMeant(written)].filter(mayNameRepository).flatMap((glob) => expandBraces(glob).globs);
  const found = globs.map((glob) => {
    const names = glob.replace(/^(?:\.?\/)+/u, '').split('/');
    const start = names.findIndex((name) => rootNames.has(fold(name)));
    return start < 1 ? '' : names.slice(start).join('/');
  });
  return [...new Set(found)].filter((glob) => glob !== '');
}
