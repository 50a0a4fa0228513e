import type { Region } from '../gated-regions.js';

/** How a language writes texts and comments. */
interface Signs {
  /** A text or a comment, whichever begins first; as its group what may be a text that nobody sees end. */
  readonly form: RegExp;
  /** What may be a text over several lines, or be read before all else, in a way that the form does not follow. */
  readonly doubtful?: RegExp;
  /** Of comments: those that are more. */
  readonly heeded?: RegExp;
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
    if (open !== undefined || (mayBeFilledIn(part, text.slice(Math.max(index - 2, 0), index)) && !isWhole(part)))
      return undefined;
    if (!/^(?:#|\/[/*])/.test(part)) continue;
    if (endsEarly.test(part) || (part.startsWith('/*') && !/^\/\*[^]*\*\/$/.test(part))) return undefined;
    if (signs.heeded?.test(part) !== true) found.push([index, index + part.length]);
  }
  return found;
}

/** May a text of some language fill code in, by what stands in it or `before` it? */
function mayBeFilledIn(part: string, before: string): boolean {
  return (
    /^(?:"""|'''|[@$])|^["'][^]*(?:\$\{|#\{|\\\()/.test(part) || (/^["']/.test(part) && /[fF$][rR@]?$/.test(before))
  );
}

/** Code that a text fills in may hold another one, and then it ends elsewhere. */
function isWhole(part: string): boolean {
  return ['{}', '()'].every(([open = '', close = '']) => part.split(open).length === part.split(close).length);
}

/** What ends a line in some languages where none is seen to end, and what Java reads as another sign wherever it stands. */
const endsEarly = /\\u|[\u0085\u2028\u2029]|\r(?!\n|$)/;
const quoted = [String.raw`"(?:[^"\\\n]|\\.)*"`, String.raw`'(?:[^'\\\n]|\\.)*'`];
const thrice = `"""[^]*?(?:"""|$)|'''[^]*?(?:'''|$)`;
const slashed = String.raw`\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)`;
const hashed = String.raw`(?<=^|\s)#[^\n]*`;
const unended = '["\'`][^\\n]*';
const signsOf = (
  forms: readonly string[],
  { open = unended, ...more }: Partial<Signs> & { open?: string } = {},
): Signs => ({
  form: new RegExp([...forms, `(${open})`].join('|'), 'g'),
  ...more,
});
const long = (quote: string): string => String.raw`${quote}(?:[^${quote}\\]|\\[^]?)*(?:${quote}|$)`;

const slashes = signsOf([thrice, ...quoted, slashed]);
const languages: ReadonlyMap<string, Signs> = new Map([
  ...['dart', 'java', 'kt', 'kts', 'scala', 'swift'].map((ending) => [ending, slashes] as const),
  ['cs', signsOf([thrice, '(?:@\\$?|\\$@)"(?:[^"]|"")*(?:"|$)', ...quoted, slashed])],
  // Above that a comment is a program in C.
  ['go', signsOf(['`[^`]*(?:`|$)', ...quoted, slashed], { doubtful: /^import "C"/m })],
  ['py', signsOf([thrice, ...quoted, hashed])],
  // Around a program of PHP stands a page; “#[” is no comment, and what a framework reads stands in comments, too.
  [
    'php',
    signsOf([long('"'), long("'"), slashed, '#(?!\\[)[^\\n]*'], {
      doubtful: /^(?!<\?php\s)|\?>|<<</,
      heeded: /^\/\*\*[^]*@/,
    }),
  ],
  // Names of lifetimes begin with a quote. What stands behind three slashes a program tells its users.
  [
    'rs',
    signsOf([long('"'), String.raw`'(?:[^'\\\n]|\\.[^'\n]{0,12})'`, slashed], {
      doubtful: /\b(?:b|c)?r#*"/,
      heeded: /^\/(?:\/(?:!|\/(?!\/))|\*(?:!|\*(?![*/])))/,
      open: '`',
    }),
  ],
  [
    'rb',
    signsOf([...quoted, hashed], {
      doubtful: /<<[~-]?["'`]?[A-Za-z_]|^=begin|^__END__/m,
      open: String.raw`${unended}|%[qQwWiIxrs]?[^\w\s=]`,
    }),
  ],
]);
