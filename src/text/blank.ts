/** A text of the same length and lines with nothing but blanks in it. */
export function blank(text: string): string {
  return text.replaceAll(/[^\n]/g, ' ');
}
