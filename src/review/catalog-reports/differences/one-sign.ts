/** A text in which all signs that placeholders are written with are one: what differs by these alone, may be a repair of one (`$@` for `%@`). */
export function oneSign(text: string): string {
  return text.replaceAll(/[%$#&{}()[\]]/g, '%');
}
