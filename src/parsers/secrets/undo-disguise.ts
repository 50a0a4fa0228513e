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
 * `text` with escapes of ASCII characters undone (JSON's, JavaScript's, XML's) and with strings joined that code adds up, which both
 * hide a key from a search; `undefined` where it has neither.
 */
export function undoDisguise(text: string): Undisguised | undefined {
  const parts: string[] = [];
  const places: Place[] = [{ now: 0, before: 0 }];
  let length = 0;
  let from = 0;
  for (const match of text.matchAll(disguise)) {
    const hex = match[1] ?? match[2] ?? match[3] ?? match[4];
    const letter =
      hex !== undefined
        ? String.fromCharCode(parseInt(hex, 16))
        : match[5] !== undefined
          ? String.fromCharCode(Number(match[5]))
          : match[0] === '\\/'
            ? '/'
            : '';
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

const disguise =
  /\\u00([2-7][0-9a-f])|\\u\{0{0,4}([2-7][0-9a-f])\}|\\x([2-7][0-9a-f])|&#x([2-7][0-9a-f]);|&#((?:3[2-9]|[4-9]\d|1[01]\d|12[0-6]));|\\\/|(["'`])[ \t]{0,10}(?:\+|\.{1,2}|&|<>|\\?\r?\n[ \t]{0,60}\+?)[ \t]{0,10}(?:\\?\r?\n[ \t]{0,60})?(?:\6)(?=[A-Za-z0-9_+/=-])/gi;
