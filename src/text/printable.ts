/**
 * One line that is safe to print: control, bidirectional and invisible characters of a repository's names and texts are shown as
 * `\u{…}`, so that no terminal obeys them and no reader is misled.
 */
export function printable(line: string): string {
  // The Unicode pattern takes V8 a while to compile, and most lines hold nothing but ASCII, Latin letters, dashes, quotation marks, ticks.
  if (!/[^ -~\xa1-\xac\xae-\xff\u2010-\u2027\u2713-\u2717]/.test(line)) return line;
  return line.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu,
    (character) => `\\u{${Number(character.codePointAt(0)).toString(16)}}`,
  );
}

/** As `printable`, of a product's own words: the joiners that Persian and emoji are written with stay. */
export function printableWords(line: string): string {
  return line
    .split(/([\u200c\u200d])/)
    .map((part, index) => (index % 2 === 1 ? part : printable(part)))
    .join('');
}
