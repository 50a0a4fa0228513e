/** Text on one line that Markdown leaves as it is. */
export function asText(text: string): string {
  return text
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]<>&#|~!$]/g, '\\$&');
}

/** Inline code on one line; backticks, which no path or flag has, become quotes. */
export function asCode(text: string): string {
  return `\`${
    text
      .replace(/[\s\p{C}]+/gu, ' ')
      .replaceAll('`', "'")
      .trim() || ' '
  }\``;
}
