/**
 * The last line of a file's front matter, from 1; 0 where it has none. Front matter is what stands between a first line
 * `---` and the next and begins with `key:`: settings of some tool, whose comments and last line Markdown takes for
 * headings. What is written like Markdown is none, so that a rule above a title hides nothing.
 */
export function endOfFrontMatter(text: string): number {
  const lines = text.replace(/^\ufeff/u, '').split(/\r\n|\r|\n/u);
  if (!isFence(lines[0]) || !isKey(lines[1])) return 0;
  const end = lines.findIndex((line, place) => place > 0 && isFence(line));
  return lines.slice(1, end).every(isYaml) ? end + 1 : 0;
}

function isFence(line: string | undefined): boolean {
  return line !== undefined && /^---[ \t]*$/u.test(line);
}

function isKey(line: string | undefined): boolean {
  return line !== undefined && /^["']?[\w.-]+["']?[ \t]*:(?:[ \t]|$)/u.test(line);
}

function isYaml(line: string): boolean {
  return isKey(line) || /^(?:[ \t#]|-[ \t]|$)/u.test(line);
}
