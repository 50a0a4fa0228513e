import type { ChangedFile, LineRange } from '../../../change/change.js';
import { compareLines } from '../../../change/compare-lines.js';
import { diffHunks, revertHunks, type Hunk } from '../../../change/diff-hunks.js';
import { applyEdits } from '../../../text/text-edit.js';

/** Of a change in more places, or in more text each of which is read anew, which of them it is would take too long to find. */
const mostPlaces = 10;
const mostRead = 150_000;

/**
 * The place of a file's change that is more than words, so that a PM knows what to take back: the only one without which the rest is words, else the first that is none by
 * itself. Lines of the new text, none where lines were only taken out before the first of them. `undefined` where it cannot be told.
 */
export async function findMoreThanWords(
  file: ChangedFile,
  areWords: (file: ChangedFile) => Promise<boolean>,
): Promise<LineRange | undefined> {
  const { before, after } = file;
  const [was, now] = [before?.text, after?.text];
  if (after === undefined || was === undefined || now === undefined) return undefined;
  const stretches = diffHunks(was, now);
  const lines = stretches.flatMap(lineByLine);
  const hunks = lines.length > mostPlaces ? stretches : lines;
  if (hunks.length > mostPlaces || (hunks.length > 1 && hunks.length * now.length > mostRead)) return undefined;
  const without = (back: readonly Hunk[]): ChangedFile => {
    const text = applyEdits(now, revertHunks(was, now, back));
    return { ...file, ...compareLines(was, text), after: { ...after, text } };
  };
  const isOnlyCause = (hunk: Hunk): Promise<boolean> => areWords(without([hunk]));
  const isNone = async (hunk: Hunk): Promise<boolean> =>
    !(await areWords(without(hunks.filter((each) => each !== hunk))));
  const found = hunks.length === 1 ? hunks[0] : ((await first(hunks, isOnlyCause)) ?? (await first(hunks, isNone)));
  return found && { start: found.from + 1, end: found.to };
}

async function first(hunks: readonly Hunk[], holds: (hunk: Hunk) => Promise<boolean>): Promise<Hunk | undefined> {
  for (const hunk of hunks) if (await holds(hunk)) return hunk;
  return undefined;
}

/** Where as many lines stand as before, each is taken for the one that stood there. */
function lineByLine(hunk: Hunk): readonly Hunk[] {
  const { oldFrom, oldTo, from, to } = hunk;
  if (oldTo - oldFrom !== to - from) return [hunk];
  return Array.from({ length: to - from }, (_, index) => ({
    oldFrom: oldFrom + index,
    oldTo: oldFrom + index + 1,
    from: from + index,
    to: from + index + 1,
  }));
}
