/** Text on one line that Markdown leaves as it is. */
export function toMarkdownText(text: string): string {
  return text
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]<>&#|~$]/g, '\\$&');
}

/** Inline code on one line; backticks, which no path or flag has, become quotes. */
export function toMarkdownCode(text: string): string {
  return `\`${
    text
      .replace(/[\s\p{C}]+/gu, ' ')
      .replaceAll('`', "'")
      .trim() || ' '
  }\``;
}
