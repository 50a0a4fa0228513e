import type { RootContent } from 'mdast';

/** The lines, from 1, that blocks stand on. */
export function linesOf(blocks: readonly RootContent[]): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const { position } of blocks) {
    if (position === undefined) continue;
    for (let line = position.start.line; line <= position.end.line; line += 1) lines.add(line);
  }
  return lines;
}
