import type { ProposedFile } from './proposed-file.js';

/** Lines that are shown of what stands above an addition. */
const context = 3;

/** A proposed file as a unified diff, line by line; `git apply` takes it, but for what stands in place of a link. What is added is added at the end. */
export function renderDiff({ path, before, after }: ProposedFile): readonly string[] {
  const old = linesOf(before ?? '');
  const all = linesOf(after);
  // A last line without its end is another line once something follows.
  const isOpen = before !== undefined && before !== '' && !before.endsWith('\n');
  const kept = isOpen ? old.length - 1 : old.length;
  const from = Math.max(0, kept - context);
  const oldCount = old.length - from;
  const removed = isOpen ? [`-${old[kept] as string}`, '\\ No newline at end of file'] : [];
  return [
    before === undefined ? '--- /dev/null' : `--- a/${path}`,
    `+++ b/${path}`,
    `@@ -${oldCount === 0 ? 0 : from + 1},${oldCount} +${from + 1},${all.length - from} @@`,
    ...all.slice(from, kept).map((line) => ` ${line}`),
    ...removed,
    ...all.slice(kept).map((line) => `+${line}`),
  ];
}

/** Its lines, without an empty one behind the last end. */
function linesOf(text: string): readonly string[] {
  const lines = text.split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}
