import { readFences } from './read-fences.js';

/**
 * A Markdown text without its HTML comments, and without the blank lines that they leave: nobody sees them but who writes. What stands in
 * fenced code stays; a comment that never ends goes on to the end of the text, as hosts show it.
 */
export function dropComments(markdown: string): string {
  const kept: string[] = [];
  const fences = readFences();
  let inComment = false;
  for (const line of markdown.split(/\r\n|\r|\n/)) {
    if (!inComment && fences.isCode(line)) {
      kept.push(line);
      continue;
    }
    const seen: string[] = [];
    let isTouched = inComment;
    for (let at = 0; at < line.length;) {
      const next = line.indexOf(inComment ? '-->' : '<!--', at);
      if (!inComment) seen.push(line.slice(at, next < 0 ? line.length : next));
      if (next < 0) break;
      at = next + (inComment ? 3 : 4);
      inComment = !inComment;
      isTouched = true;
    }
    const rest = isTouched ? seen.join('').trimEnd() : line;
    const isBlank = rest.trim() === '';
    if (isBlank && (isTouched || kept.length === 0 || kept.at(-1) === '')) continue;
    kept.push(isBlank ? '' : rest);
  }
  return kept.join('\n');
}
