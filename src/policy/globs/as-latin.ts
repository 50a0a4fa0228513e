/** A text in lower case with the letters of other alphabets that are drawn like Latin ones as these: "раssword" spelt with two Cyrillic letters. */
export function asLatin(text: string): string {
  return text.replace(/[\u0250-\u02af\u0370-\u058f]/gu, (letter) => latin.get(letter) ?? letter);
}

const latin = new Map(
  `аa сc еe оo рp хx уy іi ѕs јj һh ԁd ԛq ԝw кk мm тt вb нh пn зz ѵv ӏl αa οo ρp μm νv ιi κk υu τt ηn εe ζz χx γy օo ոn սu հh ɑa ɡg ɩi ɪi`
    .split(' ')
    .map(([letter = '', drawn = '']) => [letter, drawn] as const),
);
