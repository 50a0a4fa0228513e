/**
 * One line that is safe to print: control, bidirectional and invisible characters of a repository's names and texts are shown as
 * `\u{…}`, so that no terminal obeys them and no reader is misled.
 */
export function printable(line: string): string {
  return line.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu,
    (character) => `\\u{${Number(character.codePointAt(0)).toString(16)}}`,
  );
}
