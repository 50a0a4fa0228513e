/** A sign that nobody sees, as it stands in a text; several in a row are one. */
export interface UnseenSign {
  readonly sign: string;
  readonly offset: number;
}

/**
 * What a text holds that no reader sees and a program or a model reads all the same, in order: control characters, tags, what turns letters
 * round or stays open, what parts a word, long rows of joiners, and a text of nothing else. What emoji, scripts, and languages from right to
 * left are written with is none, nor are the few blanks without width that translators' tools leave between words.
 */
export function findUnseenSigns(text: string, isRightToLeft = false): readonly UnseenSign[] {
  const first = text.search(maybeUnseen);
  if (first === -1) return [];
  const begin = text.search(seen);
  if (begin === -1) return [{ sign: String.fromCodePoint(Number(text.codePointAt(first))), offset: first }];
  const mayTurn = isRightToLeft || rightToLeft.test(text);
  const found: UnseenSign[] = [];
  const embeddings: (UnseenSign | undefined)[] = [];
  const isolates: (UnseenSign | undefined)[] = [];
  for (const { 0: sign, 1: unseen, index: offset } of text.matchAll(signs)) {
    if (unseen === undefined || (mayTurn && mark.test(sign))) continue;
    const open = isolating.test(sign) ? isolates : embeddings;
    const isFault = opening.test(sign)
      ? override.test(sign) || (turning.test(sign) && !mayTurn)
      : !closing.test(sign) || open.length === 0;
    if (isFault) found.push({ sign, offset });
    if (closing.test(sign)) open.pop();
    // One at the beginning says which way the whole text runs.
    else if (opening.test(sign)) open.push(isFault || (mayTurn && offset < begin) ? undefined : { sign, offset });
  }
  return found
    .concat([...embeddings, ...isolates].filter((each) => each !== undefined))
    .sort((one, other) => one.offset - other.offset);
}

/** Nearly every text has none of these, and the patterns below take a while to compile. */
const maybeUnseen =
  /[\0-\x08\v\f\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ud82f\ud834\udb40-\udb43]/;
const seen = /[^\s\p{Cc}\p{DI}\u2800]/u;
const rightToLeft = /[\p{sc=Hebr}\p{sc=Arab}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Adlm}\p{sc=Rohg}]/u;

const opening = /[\u202a\u202b\u202d\u202e\u2066-\u2068]/;
const closing = /[\u202c\u2069]/;
const isolating = /[\u2066-\u2069]/;
const override = /[\u202d\u202e]/;
const turning = /[\u202b\u2067]/;
const mark = /^[\u200e\u200f\u061c]$/;

const letter = String.raw`[\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}]`;
/** Joiners, blanks without width, and what says how the sign before is drawn. */
const joiners = String.raw`\u200b-\u200d\u2060\ufeff\ufe00-\ufe0f`;
const signs = new RegExp(
  [
    // Flags of countries in a state, letters of Mongolian and of Chinese: nothing is captured.
    String.raw`\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{3,6}\u{e007f}`,
    String.raw`(?<=\p{sc=Mong})[\u180b-\u180f]|(?<=\p{sc=Han})[\u{e0100}-\u{e01ef}]`,
    String.raw`([${joiners}\xad]{7,}|(?<=${letter})[${joiners}]+(?=${letter})|(?![\t\n\r\xad${joiners}])[\p{Cc}\p{DI}\u2028\u2029\ufff9-\ufffb])`,
  ].join('|'),
  'gu',
);
