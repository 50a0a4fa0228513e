/** What opens a part of a page in which a fence is none. */
const opensRaw = /<(?:!|\?|\/?(?:script|pre|style|textarea|template)\b)/iu;

/** Of languages that pages show; what draws or runs (“mermaid”, “jsx live”) is no example. */
const fence =
  /^(`{3,}|~{3,})[ \t]{0,9}(?!mermaid|plantuml|puml|kroki|vega|embed|mdx|math|dataview|query)[\w+#.-]{0,40}(?:[ \t](?![^\n]*\b(?:live|run|exec|eval|play)\w*\b)[^`\n]{0,200})?[ \t\r]*$/iu;

/**
 * A page of Markdown with its examples of code blanked out, which every page shows as they are: blocks between fences that stand at the margin behind
 * an empty line, and code within a line. Not so from where something begins in which a fence may be none.
 */
export function blankOutCode(text: string): string {
  const lines = text.split('\n');
  const start = endOfFrontMatter(lines);
  const masked = lines.slice(0, start);
  let isBlank = true;
  let isOdd = false;
  const endless = new Set<string>();
  for (let at = start; at < lines.length; at++) {
    const line = lines[at] as string;
    const end = isBlank ? endOfFence(lines, at, endless) : undefined;
    if (end !== undefined) {
      masked.push(...Array.from({ length: end - at + 1 }, () => ''));
      at = end;
      continue;
    }
    isBlank = /^\s*$/u.test(line);
    isOdd = !isBlank && (isOdd || line.split('`').length % 2 === 0);
    const read = isOdd ? line : maskSpans(line);
    if (opensRaw.test(read) && !wholeComment.test(read)) return [...masked, ...lines.slice(at)].join('\n');
    masked.push(read);
  }
  return masked.join('\n');
}

const wholeComment = /^[^<]*<!--[^<>-]{0,500}-->[^<]*$/u;

/** What stands in it is no part of the page. */
function endOfFrontMatter(lines: readonly string[]): number {
  const mark = /^(?:---|\+\+\+|;;;)/u.exec(lines[0] as string)?.[0];
  if (mark === undefined) return 0;
  const end = lines.findIndex((line, at) => at > 0 && line.trimEnd() === mark);
  return end < 0 ? lines.length : end + 1;
}

/** The line of its end, if a block of code begins in this line and ends. */
function endOfFence(lines: readonly string[], at: number, endless: Set<string>): number | undefined {
  const mark = fence.exec(lines[at] as string)?.[1];
  if (mark === undefined || endless.has(mark)) return undefined;
  const sign = mark.charAt(0);
  for (let end = at + 1; end < lines.length; end++) {
    const line = (lines[end] as string).trimEnd();
    if (/^(?:`{3,}|~{3,})$/u.test(line) && line.startsWith(sign) && line.length >= mark.length) return end;
  }
  // None of the next has one either.
  endless.add(mark);
  return undefined;
}

/** Only in a line in which every mark has its other one and no tag stands before them, so that no quotation in a tag holds a mark. */
function maskSpans(line: string): string {
  if (!line.includes('`')) return line;
  const pieces = line.split('`');
  const isPlain =
    pieces.length % 2 === 1 && pieces.every((piece, at) => at % 2 === 0 || piece !== '') && !line.includes('\\`');
  if (!isPlain || pieces.some((piece, at) => at % 2 === 0 && piece.includes('<'))) return line;
  return pieces.map((piece, at) => (at % 2 === 0 ? piece : ' '.repeat(piece.length))).join('`');
}
