/** Parts of an entry or a file, in the singular. */
const parts = new Set(
  `title subtitle name label text string literal constant description summary heading header headline footer caption legend wording copy message
   placeholder tooltip hint price color colour icon image picture link url address phone field column row value key
   section block setting option limit toggle switch percentage hour detail threshold subject greeting tag bio address nickname slogan discount layout`.split(
    /\s+/u,
  ),
);

const determiner = /^(?:the|all|an?|any|each|every|its|their|our)$/u;
const preposition =
  /^(?:of|in|on|for|from|to|at|by|with|under|over|above|below|inside|within|about|around|across|through)$/u;

/**
 * Whether words, in lower case, list parts of what a file holds: "name and flag fields", "titles and order of the shelves". Whoever names them beside a file
 * that holds more means no others. "Question texts" in a folder of questions are all that lies there: `isNamed` tells the words of the path.
 */
export function namesParts(words: readonly string[], isNamed: (word: string) => boolean): boolean {
  const pieces: string[][] = [[]];
  for (const word of words) {
    if (/^(?:and|or|plus)$/u.test(word)) pieces.push([]);
    else pieces.at(-1)?.push(word);
  }
  const heads = pieces.filter((piece) => piece.length > 0).map(headOf);
  // "Names of the categories" in a file of categories are not all that it holds, as "question texts" are in one of questions.
  const isEcho = pieces.some((piece) => (piece.some(isOfAll) ? piece : ownOf(piece)).some(isNamed));
  const isPart = (head: string): boolean => parts.has(head) || parts.has(singular(head));
  return !isEcho && isPart(heads[0] ?? '') && heads.every((head) => isPart(head) || head === 'order');
}

/** The word that the others are about: the last before "of", "in" and the like. */
function headOf(piece: readonly string[]): string {
  // "Texts for the pickers" are all that lies there.
  return piece.find((word) => preposition.test(word)) === 'for' ? '' : (ownOf(piece).at(-1) ?? '');
}

/** The words before "of", "in" and the like. */
function ownOf(piece: readonly string[]): readonly string[] {
  const end = piece.findIndex((word) => preposition.test(word));
  return (end < 0 ? piece : piece.slice(0, end)).filter((word) => !determiner.test(word));
}

/** Texts and settings of whatever it is may be all that a file holds. */
function isOfAll(word: string): boolean {
  return /^(?:texts?|strings?|wordings?|copy|messages?|labels?|descriptions?|settings?|options?|values?|rows?|fields?|keys?|limits?|switch(?:es)?|toggles?)$/u.test(
    word,
  );
}

function singular(word: string): string {
  return word.replace(/ies$/u, 'y').replace(/s$/u, '');
}
