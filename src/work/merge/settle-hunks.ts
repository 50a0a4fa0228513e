import type { ChooseSide, LinesOfSide } from '../conflict-options.js';

/** How git names the sides in the marks that it puts around what both changed. */
export const sideLabels = ['yours', 'before', 'theirs'] as const;

const mark = /^(?:<{7} yours|\|{7} before|={7}|>{7} theirs)\r?$/m;

/**
 * Settles what git could not merge by lines, place by place: what one side alone changed is in `merged` already, what both changed is asked for. `undefined` where an answer is
 * missing, or a side itself has lines that look like git's marks. `sides`: whole, in the order of their labels.
 */
export async function settleHunks(
  merged: string,
  sides: readonly string[],
  choose: ChooseSide,
): Promise<string | undefined> {
  if (sides.some((text) => mark.test(text))) return undefined;
  const settled: string[] = [];
  const hunk = { yours: '', before: '', theirs: '' };
  let side: keyof typeof hunk | undefined;
  const lines = merged.split(/(?<=\n)/);
  for (const [index, line] of lines.entries()) {
    if (/^<{7} yours\r?\n/.test(line)) {
      Object.assign(hunk, { yours: '', before: '', theirs: '' });
      side = 'yours';
    } else if (/^\|{7} before\r?\n/.test(line)) side = 'before';
    else if (/^={7}\r?\n/.test(line)) side = 'theirs';
    else if (/^>{7} theirs(?:\r?\n|$)/.test(line)) {
      const places = { yours: place(sides[0] ?? '', hunk.yours), theirs: place(sides[2] ?? '', hunk.theirs) };
      const choice = await choose({ keys: [], yours: shown(hunk.yours), theirs: shown(hunk.theirs), places });
      if (choice === undefined) return undefined;
      const isEnd = index === lines.length - 1;
      const hasEnd = sides[sideLabels.indexOf(choice)]?.endsWith('\n') ?? true;
      // Git ends each line of a hunk, also the last one of a text that has no end there.
      settled.push(isEnd && !hasEnd ? hunk[choice].replace(/\r?\n$/, '') : hunk[choice]);
      side = undefined;
    } else if (side === undefined) settled.push(line);
    else hunk[side] += line;
  }
  return settled.join('');
}

function shown(text: string): string | undefined {
  return text === '' ? undefined : text.trim();
}

/** Git takes the lines of a hunk as they stand in their side: the first that are so. */
function place(text: string, lines: string): LinesOfSide {
  const at = text.indexOf(lines);
  if (lines === '' || at === -1) return { text, first: 1, last: 0 };
  const first = text.slice(0, at).split('\n').length;
  return { text, first, last: first + lines.split('\n').length - 2 };
}
