/**
 * Pictures that say neither yes nor no: things, animals, plants, food, play, the zodiac and friendly faces. None of them is a lock, a hand, a
 * colour, a sign of danger, of time, of work that is not done or of two people, since such a picture may take back what it stands beside.
 */
const picture =
  '[\\u{1f330}-\\u{1f37f}\\u{1f380}-\\u{1f3f2}\\u{1f3f5}-\\u{1f3fa}\\u{1f400}-\\u{1f43f}\\u{1f451}-\\u{1f462}\\u{1f483}\\u{1f57a}\\u{1f48c}-\\u{1f490}\\u{1f493}\\u{1f496}-\\u{1f49d}\\u{1f4a1}\\u{1f4ac}\\u{1f4ad}\\u{1f4c1}\\u{1f4c2}\\u{1f4c4}\\u{1f4c3}\\u{1f4d6}-\\u{1f4da}\\u{1f4dd}\\u{1f4e2}-\\u{1f4e9}\\u{1f4ec}-\\u{1f4f1}\\u{1f4f7}-\\u{1f4fb}\\u{1f524}\\u{1f52e}\\u{1f58a}-\\u{1f58d}\\u{1f5bc}\\u{1f5d2}\\u{1f5de}\\u{1f5e3}\\u{1f5fa}\\u{1f600}-\\u{1f60a}\\u{1f60d}\\u{1f60e}\\u{1f642}\\u{1f680}-\\u{1f6a6}\\u{1f6b2}\\u{1f916}\\u{1f917}\\u{1f929}\\u{1f970}\\u{1f980}-\\u{1f9ae}\\u{1f9b4}\\u{1f9c1}-\\u{1f9c9}\\u{1f9e1}-\\u{1f9e7}\\u{1f9e9}\\u{1f9ed}\\u{1f9f3}-\\u{1f9f8}\\u2600\\u2602\\u2604\\u2615\\u2618\\u2648-\\u2653\\u26bd\\u26be\\u26c4\\u26f5\\u2708\\u2709\\u270d\\u2712\\u2728\\u2764\\u2b50👋]\\ufe0f?';

/** A picture alone, or what a person is seen by: a cook, an artist, a farmer. */
const pictures = `(?:[\\u{1f468}\\u{1f469}\\u{1f9d1}][\\u{1f3fb}-\\u{1f3ff}]?\\u200d?)?${picture}`;

/** A text without the pictures at its beginning and its end. */
export function withoutPictures(text: string): string {
  return text.replace(around, '');
}

/** A text without any of these pictures. */
export function withoutAnyPictures(text: string): string {
  return text.replace(any, ' ');
}

const around = new RegExp(`^(?:${pictures}|\\s|\\ufe0f)+|(?:${pictures}|\\s|\\ufe0f)+$`, 'gu');
const any = new RegExp(pictures, 'gu');
