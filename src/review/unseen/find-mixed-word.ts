/** A word that mixes letters of two alphabets, and the first of those that do not belong. */
export interface MixedWord {
  readonly word: string;
  readonly sign: string;
  readonly alphabet: 'Latin' | 'Cyrillic' | 'Greek';
  readonly offset: number;
}

/** Letters of each that look like one of another: whoever mixes others, as in “μm”, is seen to. */
const alike = {
  Latin: /^[aeopcyxijsABEKMHOPCTYXIJS]$/,
  Cyrillic: /^[аеорсухіјѕԁһАВЕКМНОРСТУХІЈЅ]$/,
  Greek: /^[οΑΒΕΖΗΙΚΜΝΟΡΤΥΧ]$/,
} as const;

const scripts = [
  ['Latin', /\p{sc=Latn}/u],
  ['Cyrillic', /\p{sc=Cyrl}/u],
  ['Greek', /\p{sc=Grek}/u],
] as const;

/** The first word of a text that mixes alphabets by letters that look alike, and that stood not in it `before`. */
export function findMixedWord(text: string, before: string): MixedWord | undefined {
  // Nearly every text is in one of them.
  if (scripts.filter(([, script]) => script.test(text)).length < 2) return undefined;
  let known: ReadonlySet<string> | undefined;
  for (const { 0: word, index: offset } of text.matchAll(words)) {
    const found = strangerIn(word);
    if (found === undefined) continue;
    known ??= new Set(before.match(words));
    if (!known.has(word)) return { ...found, word, offset };
  }
  return undefined;
}

const words = /\p{L}[\p{L}\p{M}]{1,99}/gu;

function strangerIn(word: string): Pick<MixedWord, 'sign' | 'alphabet'> | undefined {
  const letters = scripts
    .map(([alphabet, script]) => ({ alphabet, of: Array.from(word).filter((sign) => script.test(sign)) }))
    .filter(({ of }) => of.length > 0)
    .toSorted((one, other) => one.of.length - other.of.length);
  const [few, many, third] = letters;
  if (few === undefined || many === undefined || third !== undefined) return undefined;
  const areAlike = ({ alphabet, of }: typeof few): boolean => of.every((sign) => alike[alphabet].test(sign));
  // Where neither has more letters nobody can tell which belongs: Macedonian writes an accent of Latin in “Сè”.
  if (!areAlike(few) || (few.of.length === many.of.length && !areAlike(many))) return undefined;
  return { sign: few.of[0] as string, alphabet: few.alphabet };
}
