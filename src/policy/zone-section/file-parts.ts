/** A file whose lines stand in a text behind the first `from` ones. */
export interface FilePart {
  readonly path: string;
  readonly from: number;
}

/** The file that a line, from 1, is from; `parts` are in the order of their lines. */
export function partAt(parts: readonly FilePart[], line: number): FilePart {
  return parts.findLast(({ from }) => from < line) ?? (parts[0] as FilePart);
}

/** The lines of one file. */
export function textOf(parts: readonly FilePart[], part: FilePart, text: string): string {
  const next = parts[parts.indexOf(part) + 1];
  return text
    .split(/\r\n|\r|\n/u)
    .slice(part.from, next?.from)
    .join('\n');
}
