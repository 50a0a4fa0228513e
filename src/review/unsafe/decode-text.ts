/** Nothing of it is longer than a sign; what is written for the page may stand in a file escaped once more. */
const escapes =
  /\\u\{([0-9a-f]{1,6})\}|\\u([0-9a-f]{4})|\\x([0-9a-f]{2})|&#x0{0,20}([0-9a-f]{1,6});?|&#0{0,20}([0-9]{1,7});?|&(lt|gt|quot|apos|amp|colon|tab|newline|sol|bsol|lpar|equals|period|commat);?|\\([0-3][0-7]{2}|[4-7][0-7])|\\(\/)/gi;

const named: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  amp: '&',
  colon: ':',
  tab: '\t',
  newline: '\t',
  sol: '/',
  bsol: '\\',
  lpar: '(',
  equals: '=',
  period: '.',
  commat: '@',
};

/**
 * A text as a page would read it, whatever it is written in: escapes of JSON and of programs, and the entities of XML and HTML, twice over. It has as
 * many lines as before.
 */
export function decodeText(text: string): string {
  return decodeOnce(decodeOnce(text));
}

function decodeOnce(text: string): string {
  if (!/[\\&]/u.test(text)) return text;
  return text.replace(escapes, (written: string, ...groups: readonly (string | undefined)[]) => {
    const [braced, short, byte, hex, decimal, name, octal, slash] = groups;
    const digits = braced ?? short ?? byte ?? hex;
    if (digits !== undefined) return signOf(Number.parseInt(digits, 16), written);
    if (decimal !== undefined) return signOf(Number(decimal), written);
    if (octal !== undefined) return signOf(Number.parseInt(octal, 8), written);
    return slash ?? (named[(name as string).toLowerCase()] as string);
  });
}

function signOf(code: number, written: string): string {
  if (code > 0x10_ff_ff) return written;
  // To a page the end of a line is a blank, and here a line is a place.
  return code < 0x20 ? '\t' : String.fromCodePoint(code);
}
