/** A line in as many as a terminal of so many columns needs, cut between words, further ones two deeper than the first. No word is cut. */
export function wrapLine(line: string, columns: number): readonly string[] {
  const indent = line.slice(0, line.search(/[^ ]|$/u));
  const lines: string[] = [];
  let current = indent;
  for (const word of line.slice(indent.length).split(' ')) {
    const isBegun = current.trim() !== '';
    if (isBegun && current.length + 1 + word.length > columns) {
      lines.push(current);
      current = `${indent}  ${word}`;
    } else current += isBegun ? ` ${word}` : word;
  }
  return [...lines, current];
}
