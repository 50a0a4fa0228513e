/** How much of a bracketed text is looked at before it is taken for one that never closes. */
const longest = 400;

/** A placeholder in a text, as offsets. */
export interface Placeholder {
  readonly start: number;
  readonly end: number;
}

/** The bracketed placeholders of a text (`[who sees it]`, `[YYYY-MM-DD]`), in order. Links, check boxes and footnotes are none. */
export function findPlaceholders(text: string): readonly Placeholder[] {
  return [...text.matchAll(bracketed)].flatMap(({ index, 0: { length } }) =>
    // What stands right behind a bracket is the name of a link.
    text[index - 1] === ']' ? [] : [{ start: index, end: index + length }],
  );
}

/**
 * The text without what nobody wrote: placeholders, names of links, and stand-ins such as TBD on a line of their own. Keeps the line
 * breaks outside brackets.
 */
export function withoutPlaceholders(text: string): string {
  return text
    .replace(bracketed, '')
    .split('\n')
    .map((line) => (standIn.test(line) ? '' : line))
    .join('\n');
}

/** Is there anything in the text but marks, headings, labels and line breaks? `- **Primary:**` says nothing yet. */
export function saysSomething(text: string): boolean {
  return text.split('\n').some((line) => {
    if (/^\s{0,3}#{1,6}\s/.test(line)) return false;
    const words = line
      .replace(/^(?:[\s>*+\-|]|\d{1,9}[.)](?:\s|$)){0,40}/, '')
      .replace(/^[*_]{0,2}[\p{L}\p{N} /()-]{1,40}?[*_]{0,2}:[*_]{0,2}/u, '');
    return /[\p{L}\p{N}]/u.test(words);
  });
}

const bracketed = new RegExp(`\\[(?![ xX]\\]|\\^)[^[\\]]{0,${String(longest)}}\\](?![[(:])`, 'g');
const standIn =
  /^[\s>*+\-|]{0,20}(?:[\p{L} ]{1,30}:)?[\s*_]{0,4}(?:tbd|tbc|todo|fixme|xxx+|\.{2,}|…|\?+|-+|yyyy-mm-dd)[\s.*_|]{0,10}$/iu;
