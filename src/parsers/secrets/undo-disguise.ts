/** A text in another form, and the way back: `origin` leads an offset of `text` to the place it comes from. */
export interface Undisguised {
  readonly text: string;
  readonly origin: (offset: number) => number;
}

/** Where a replaced part ends, in the new text and in the old. */
interface Place {
  readonly now: number;
  readonly before: number;
}

/**
 * `text` with escapes of ASCII characters undone (JSON's, JavaScript's, XML's, Markdown's, an address's, full width), without characters that
 * nobody sees, marks within a word and blanks between single letters, and with strings joined that code adds up: each hides a key from a
 * search. `undefined` where it has none of them.
 */
export function undoDisguise(text: string): Undisguised | undefined {
  const parts: string[] = [];
  const places: Place[] = [{ now: 0, before: 0 }];
  let length = 0;
  let from = 0;
  // Strings in a list are one where the list is joined by nothing.
  for (const match of text.matchAll(/\.join\(\s?(["'`])\1\s?\)/.test(text) ? withLists : disguise)) {
    const letter = readLetter(match);
    parts.push(text.slice(from, match.index), letter);
    length += match.index - from + letter.length;
    from = match.index + match[0].length;
    places.push({ now: length, before: from });
  }
  if (parts.length === 0) return undefined;
  parts.push(text.slice(from));
  const origin = (offset: number): number => {
    let low = 0;
    let high = places.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((places[middle] as Place).now <= offset) low = middle;
      else high = middle - 1;
    }
    // There is a first place always.
    const place = places[low] as Place;
    return place.before + offset - place.now;
  };
  return { text: parts.join(''), origin };
}

function readLetter(match: RegExpExecArray): string {
  const [whole, one, two, three, four, decimal, octal, escaped, , , inserted, codes, spaced, wide] = match;
  if (codes !== undefined) return String.fromCharCode(...codes.split(',').map(Number));
  if (spaced !== undefined) return spaced.replaceAll(' ', '');
  if (wide !== undefined) return String.fromCharCode(wide.charCodeAt(0) - 0xfee0);
  const hex = one ?? two ?? three ?? four;
  if (hex !== undefined) return String.fromCharCode(parseInt(hex, 16));
  if (decimal !== undefined) return String.fromCharCode(Number(decimal));
  if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8));
  return escaped ?? inserted ?? (/^&[lU]/.test(whole) ? '_' : '');
}

const hex = '([2-7][0-9a-f])';
const blank = String.raw`\s{0,60}(?:(?:/\*[^*]{0,80}\*/|//[^\n]{0,80}\n|\\\r?\n)\s{0,60}){0,2}`;

/** `operators`: what may stand between strings that are one. */
function disguisedBy(operators: string): RegExp {
  return new RegExp(
    [
      String.raw`\\(?:u00|U0{6}|x)${hex}|\\u\{0{0,4}${hex}\}|%${hex}|&#x0{0,6}${hex};?`,
      String.raw`&#0{0,6}(3[2-9]|[4-9]\d|1[01]\d|12[0-6])(?!\d);?`,
      String.raw`\\(0?[4-7][0-7]|1[0-7]{2})(?!\d)`,
      String.raw`\\([/_*~])|&(?:lowbar|UnderBar);`,
      // Strings side by side, with an operator between them or not.
      `(["'\`])${blank}(?:(?:${operators})${blank})?\\8(?=[A-Za-z0-9_+/=-])`,
      String.raw`\$\{\s?(["'` + '`' + String.raw`])([\w+/=-]{0,200})\9\s?\}`,
      // Their numbers, single letters, and letters of full width.
      String.raw`(?:String\.)?from(?:CharCode|CodePoint)\((\s{0,5}\d{2,3}(?:,\s{0,5}\d{2,3}){19,400})\)`,
      String.raw`(?<![^\s"'` + '`' + String.raw`])([\w-](?: [\w-]){19,400})(?![^\s"'` + '`' + String.raw`])`,
      String.raw`([\uff01-\uff5e])`,
      // Marks within a word: nobody sees where they begin and end.
      String.raw`(?<=[A-Za-z0-9_-](?:</?[a-z]{1,10}>){0,1})(?:</?(?:a|b|i|u|s|em|strong|span|code|wbr|mark)\s?/?>|<!--[^<>]{0,80}-->)(?=[A-Za-z0-9_<-])`,
      String.raw`(?<=[A-Za-z0-9_-])\*{1,3}(?=[A-Za-z0-9_-])`,
      String.raw`\\\r?\n[ \t]{0,60}|[\u00ad\u180e\u200b-\u200d\u2060\ufeff]`,
    ].join('|'),
    'gi',
  );
}

const operator = String.raw`\+|\.{1,2}|&|<>|\.concat\(`;
const disguise = disguisedBy(operator);
const withLists = disguisedBy(`${operator}|,`);
