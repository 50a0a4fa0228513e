/** Of a message with many plurals and selects, no more than these. */
export const mostVariants = 24;
const deepest = 5;

/**
 * A message as each case of its ICU plurals and selects has it, with `fill` of each placeholder in its place; the message alone where it
 * has none. Takes time in proportion to the message's length. Throws on no input.
 */
export function readVariants(message: string, fill: (placeholder: string) => string): readonly string[] {
  if (!message.includes('{')) return [message];
  return readPieces({ text: message, fill, at: 0, left: 10 * message.length + 100 }, 0, false);
}

interface Reader {
  readonly text: string;
  readonly fill: (placeholder: string) => string;
  at: number;
  /** Steps that may still be taken: braces that never close are read again from each one. */
  left: number;
}

const choice =
  /\{\s{0,20}[\p{L}\w.-]{1,100}\s{0,20},\s{0,20}(plural|select|selectordinal)\s{0,20},\s{0,20}(?:offset:\d{1,9}\s{0,20})?/uy;
const arm = /\s{0,50}[=\p{L}\w.-]{1,100}\s{0,50}\{/uy;

/** Reads up to the brace that ends this arm, or to the end. */
function readPieces(reader: Reader, depth: number, counts: boolean): readonly string[] {
  let variants: readonly string[] = [''];
  const add = (...pieces: readonly string[]): void => {
    variants = variants.flatMap((before) => pieces.map((piece) => before + piece)).slice(0, mostVariants);
  };
  while (reader.at < reader.text.length) {
    const sign = reader.text[reader.at] as string;
    if (sign === '}' && depth > 0) break;
    if (sign === '{') add(...readBraces(reader, depth));
    else if (sign === '#' && counts) {
      reader.at++;
      add(reader.fill('#'));
    } else {
      const end = endOfPlain(reader.text, reader.at + 1);
      add(reader.text.slice(reader.at, end));
      reader.at = end;
    }
  }
  return variants;
}

function endOfPlain(text: string, from: number): number {
  let at = from;
  while (at < text.length && !'{}#'.includes(text[at] as string)) at++;
  return at;
}

function readBraces(reader: Reader, depth: number): readonly string[] {
  const start = reader.at;
  const end = closingBrace(reader, start);
  if (end === undefined) {
    reader.at++;
    return ['{'];
  }
  choice.lastIndex = start;
  const [head, kind] = choice.exec(reader.text) ?? [];
  if (head !== undefined && depth < deepest) {
    reader.at = start + head.length;
    const arms = readArms(reader, depth + 1, kind !== 'select');
    if (arms.length > 0) return arms;
  }
  reader.at = end + 1;
  return [reader.fill(reader.text.slice(start, end + 1))];
}

/** The texts of the arms and the brace behind them. None where it is not written as it must be. */
function readArms(reader: Reader, depth: number, counts: boolean): readonly string[] {
  const texts: string[] = [];
  for (;;) {
    arm.lastIndex = reader.at;
    const [head] = arm.exec(reader.text) ?? [];
    if (head === undefined) break;
    reader.at += head.length;
    texts.push(...readPieces(reader, depth, counts));
    reader.at++;
  }
  const rest = /^\s{0,50}\}/.exec(reader.text.slice(reader.at, reader.at + 60));
  if (rest === null) return [];
  reader.at += rest[0].length;
  return texts.slice(0, mostVariants);
}

function closingBrace(reader: Reader, start: number): number | undefined {
  let open = 0;
  for (let at = start; at < reader.text.length && reader.left > 0; at++) {
    reader.left--;
    if (reader.text[at] === '{') open++;
    else if (reader.text[at] === '}' && --open === 0) return at;
  }
  return undefined;
}
