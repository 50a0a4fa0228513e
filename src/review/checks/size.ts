import type { ChangedFile } from '../../change/change.js';
import { compareLines } from '../../change/compare-lines.js';
import { layOutAgain } from '../../change/lay-out-again.js';
import { countLinesToRead } from '../../change/count-lines-to-read.js';
import { locateCatalog } from '../../catalogs/locate-catalog.js';
import type { Check } from '../check.js';
import { classifyFile } from '../../change/classify-file.js';

/** Small enough to review in one sitting: the zone's Size limit (design §3, Settings; seed 002, "Keep PRs small"). */
export const size: Check = {
  id: 'size',
  section: 'Scope',
  severity: 'needs-fix',
  due: 'commit',
  readsTexts: false,
  run({ change, policy }) {
    const limits = policy.tips.flatMap((tip) => (tip.zone === undefined ? [] : [tip.zone.settings.sizeLimit]));
    const limit = {
      files: Math.min(...limits.map((each) => each.files)),
      lines: Math.min(...limits.map((each) => each.lines)),
    };
    const counted = change.files.filter((file) => classifyFile(file.path) !== 'planning');
    // One text is changed in all its languages at once: the languages of a catalog are one thing to read.
    const files = new Set(counted.map(({ path }) => locateCatalog(path)?.family ?? path)).size;
    const lines = counted.reduce((sum, file) => sum + countLinesToRead(file), 0);
    const over = [
      ...(files > limit.files ? [`${files} files (at most ${limit.files})`] : []),
      ...(lines > limit.lines ? [`${lines} lines (at most ${limit.lines})`] : []),
    ];
    if (over.length === 0) return { reports: [] };
    if (files <= limit.files) {
      const laidOut = counted.filter(isLaidOutAnew);
      const spared = laidOut.reduce((sum, file) => sum + countLinesToRead(file) - countLinesToRead(asBefore(file)), 0);
      if (lines - spared <= limit.lines)
        return { reports: laidOut.map(({ path }) => ({ message: laidOutMessage(path), path, line: 1 })) };
    }
    const message = `The change is too large to review well: ${over.join(' and ')}. Split it: keep one part here and send the rest as a change of its own.`;
    return { reports: [{ message }] };
  },
};

/** Is more of a file other by its layout than by what it says? */
function isLaidOutAnew(file: ChangedFile): boolean {
  return countLinesToRead(asBefore(file)) * 2 < countLinesToRead(file);
}

/** A file with the layout that it had before the change. */
function asBefore(file: ChangedFile): ChangedFile {
  const { path, before, after } = file;
  if (before?.text === undefined || after?.text === undefined) return file;
  const text = layOutAgain(path, before.text, after.text);
  return { ...file, after: { ...after, text }, ...compareLines(before.text, text) };
}

function laidOutMessage(path: string): string {
  return `Nearly all lines of ${path} look changed, though they say what they said: a program laid the file out anew (spaces, or how lines end), as an editor does that formats on saving. So nobody sees what you changed. Lay it out as before; if it happens again when you save or commit, ask your engineering DRI which setting does that.`;
}
