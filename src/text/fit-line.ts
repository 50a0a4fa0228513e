/**
 * As many whole sentences of a text as a line of so many characters has room for; where not even the first has it, that one cut behind a word, with an
 * ellipsis.
 */
export function fitLine(text: string, longest: number): string {
  const [first = '', ...more] = text.split(/(?<=[.!?][”"]?)\s+(?=[\p{Lu}“"])/u);
  if (first.length > longest) return `${first.slice(0, longest - 1).replace(/\s+\S*$/, '')}…`;
  let line = first;
  for (const sentence of more) {
    if (line.length + 1 + sentence.length > longest) break;
    line += ` ${sentence}`;
  }
  return line;
}
