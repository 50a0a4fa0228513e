import type { Region } from '../gated-regions.js';

/** How a language writes texts and comments. */
interface Signs {
  /** A text or a comment, whichever begins first; as its group what may be a text that nobody sees end. */
  readonly form: RegExp;
  /** What may be a text over several lines, or be read before all else, in a way that the form does not follow. */
  readonly doubtful?: RegExp;
}

/**
 * Where the comments stand of a program in a language without a syntax tree here, in their order. `undefined` where nobody can tell: in another language,
 * beside a text that may go on over more lines than are followed, and where code may hide in one of them. Linear in the length of the text.
 */
export function findComments(path: string, text: string): readonly Region[] | undefined {
  const signs = languages.get(path.slice(path.lastIndexOf('.') + 1).toLowerCase());
  if (signs === undefined || signs.doubtful?.test(text) === true) return undefined;
  const found: Region[] = [];
  for (const { 0: part, 1: open, index } of text.matchAll(signs.form)) {
    if (open !== undefined || (/^(?:"""|'''|[@$])/.test(part) && !isWhole(part))) return undefined;
    if (!/^(?:#|\/[/*])/.test(part)) continue;
    if (endsEarly.test(part) || (part.startsWith('/*') && !/^\/\*[^]*\*\/$/.test(part))) return undefined;
    if (!/\.rs$/i.test(path) || !shownByRust.test(part)) found.push([index, index + part.length]);
  }
  return found;
}

/** Code that a long text fills in may hold another one, and then it ends elsewhere. */
function isWhole(part: string): boolean {
  return ['{}', '()'].every(([open = '', close = '']) => part.split(open).length === part.split(close).length);
}

/** What ends a line in some languages where none is seen to end, and what Java reads as another sign wherever it stands. */
const endsEarly = /\\u|[\u0085\u2028\u2029]|\r(?!\n|$)/;
/** What a program tells its users, and others theirs. */
const shownByRust = /^\/(?:\/(?:!|\/(?!\/))|\*(?:!|\*(?![*/])))/;

const quoted = [String.raw`"(?:[^"\\\n]|\\.)*"`, String.raw`'(?:[^'\\\n]|\\.)*'`];
const thrice = `"""[^]*?(?:"""|$)|'''[^]*?(?:'''|$)`;
const slashed = String.raw`\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)`;
const hashed = String.raw`(?<=^|\s)#[^\n]*`;
const unended = '["\'`][^\\n]*';
const signsOf = (forms: readonly string[], doubtful?: RegExp, open = unended): Signs => ({
  form: new RegExp([...forms, `(${open})`].join('|'), 'g'),
  ...(doubtful && { doubtful }),
});

const slashes = signsOf([thrice, ...quoted, slashed]);
const languages: ReadonlyMap<string, Signs> = new Map([
  ...['dart', 'java', 'kt', 'kts', 'scala', 'swift'].map((ending) => [ending, slashes] as const),
  ['cs', signsOf([thrice, '(?:@\\$?|\\$@)"(?:[^"]|"")*(?:"|$)', ...quoted, slashed])],
  // Above that a comment is a program in C.
  ['go', signsOf(['`[^`]*(?:`|$)', ...quoted, slashed], /^import "C"/m)],
  ['py', signsOf([thrice, ...quoted, hashed])],
  // Names of lifetimes begin with a quote.
  [
    'rs',
    signsOf(
      [String.raw`"(?:[^"\\]|\\[^]?)*(?:"|$)`, String.raw`'(?:[^'\\\n]|\\.[^'\n]{0,12})'`, slashed],
      /\b(?:b|c)?r#*"/,
      '`',
    ),
  ],
  [
    'rb',
    signsOf(
      [...quoted, hashed],
      /<<[~-]?["'`]?[A-Za-z_]|^=begin|^__END__/m,
      String.raw`${unended}|%[qQwWiIxrs]?[^\w\s=]`,
    ),
  ],
]);
