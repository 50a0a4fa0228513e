/** How a language writes comments, and texts over several lines, in which none stand. */
export interface CommentSigns {
  /** What a comment to the end of its line begins with. */
  readonly line: '//' | '#';
  /** Between `/*` and its end. */
  readonly hasBlocks: boolean;
  /** What begins a text over several lines, and ends it. */
  readonly text: RegExp;
}

/** The signs of a program's language; `undefined` for a language in which a line that looks so may be more than a comment, and for templates. */
export function commentSigns(path: string, text: string): CommentSigns | undefined {
  // Above that a comment is a program in C.
  if (/^import "C"/m.test(text)) return undefined;
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  if (withSlashes.has(ending)) return { line: '//', hasBlocks: true, text: /"""|'''|`/g };
  return withHashes.has(ending) ? { line: '#', hasBlocks: false, text: /"""|'''/g } : undefined;
}

/** In C lines that begin with “#” are read before all else, and one that ends in “\” goes on; in PHP and Rust a text between quotes may have many lines. */
const withSlashes = new Set('cjs cs dart go groovy java js kt kts mjs mts scala swift ts'.split(' '));
const withHashes = new Set(['py']);
