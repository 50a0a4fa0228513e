import { matchAt } from './match-at.js';

/** A tag of a template whose code is masked, or the text between two. */
export interface Piece {
  readonly text: string;
  readonly tag?: {
    /** As it is written. */
    readonly name: string;
    readonly closes: boolean;
    /** Ends itself (`<br>`, `<a />`). */
    readonly isEmpty: boolean;
  };
}

/** A piece with the code that is masked in it. */
export interface FilledPiece extends Piece {
  readonly codes: readonly string[];
}

const tag = /<(\/?)([A-Za-z][\w:.-]*)(?:"[^"]*"|'[^']*'|[^"'<>])*>/y;
const empty = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;

/** Does an element of such a name end with its tag? */
export function isEmptyTag(name: string): boolean {
  return empty.test(name);
}

/** Parts a text into tags and what stands between them; `undefined` where something opens like a tag and is none. */
export function readTags(text: string): readonly Piece[] | undefined {
  const pieces: Piece[] = [];
  let from = 0;
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', Math.max(from, at + 1))) {
    // “a < b” is text.
    if (/^[\s\d=]/.test(text.charAt(at + 1))) continue;
    if (/^<!doctype [a-z ]{1,20}>/i.test(text.slice(at, at + 40))) {
      const end = text.indexOf('>', at) + 1;
      pieces.push(
        { text: text.slice(from, at) },
        { text: text.slice(at, end), tag: { name: '!doctype', closes: false, isEmpty: true } },
      );
      from = end;
      continue;
    }
    const [whole, slash, name] = matchAt(tag, text, at) ?? [];
    if (whole === undefined || name === undefined) return undefined;
    pieces.push(
      { text: text.slice(from, at) },
      { text: whole, tag: { name, closes: slash === '/', isEmpty: whole.endsWith('/>') || isEmptyTag(name) } },
    );
    from = at + whole.length;
  }
  return [...pieces, { text: text.slice(from) }];
}
