import { flagsEqual } from '../../../flags/compare-flag-files.js';
import type { Flag, FlagDifference, FlagFile } from '../../../flags/flag-change.js';
import { openFlagReader } from '../../../flags/open-flag-reader.js';
import { positionAt } from '../../../text/editor-text.js';
import { diffHunks, revertHunks, touchesLines } from '../../../change/diff-hunks.js';
import { createEditFix, type QuickFix, type FileFixInput } from '../quick-fix.js';
import { applyEdits } from '../../../text/text-edit.js';
import { hunksFix, previousText } from '../lines/revert-lines.js';
import { switchOff } from './switch-off.js';

/** The quick fixes for what `flag-safe` and `flag-owned` find: the flag off, its share a number, or the flag as it was. */
export async function fixFlags(input: FileFixInput): Promise<readonly QuickFix[]> {
  const { finding, path, reviewed } = input;
  const share = fixShare(input);
  if (share.length > 0) return share;
  const difference = reviewed.flags.differences.find(
    ({ key, after }) => key === finding.key?.name && (after === undefined || path === after.path),
  );
  if (difference === undefined) return putEntryBack(input);
  const isNewAndOn = finding.check === 'flag-safe' && difference.before === undefined;
  const fixes = isNewAndOn ? await turnOff(difference, input) : await restoreFlag(difference, input);
  return fixes.length > 0 ? fixes : putEntryBack(input);
}

async function turnOff({ key }: FlagDifference, { path, currentText }: FileFixInput): Promise<readonly QuickFix[]> {
  const edits = switchOff(currentText, key, await openFlagReader(path));
  if (edits === undefined) return [];
  return [createEditFix(`Turn ${key} off`, path, edits, true)];
}

/**
 * The lines of the one flag as they were, or gone where it is new. Only where it is then exactly what it was. A flag that is gone may
 * be asked for in another file than its own.
 */
async function restoreFlag(
  { key, before, after }: FlagDifference,
  { reviewed, readText }: FileFixInput,
): Promise<readonly QuickFix[]> {
  const { path } = (before ?? after) as Flag;
  const now = await readText(path);
  if (now === undefined) return [];
  const old = previousText(reviewed, path) ?? '';
  const read = await openFlagReader(path);
  const [was, is] = [read(old).file, read(now).file];
  const [oldLines, lines] = [findFlagLines(was, key), findFlagLines(is, key)];
  const hunks = diffHunks(old, now).filter(
    (hunk) =>
      (lines !== undefined && touchesLines(hunk, lines.first, lines.last)) ||
      (oldLines !== undefined && hunk.oldFrom <= oldLines.last && oldLines.first < hunk.oldTo),
  );
  const edits = revertHunks(old, now, hunks);
  const result = read(applyEdits(now, edits)).file;
  if (edits.length === 0 || !isSameIn(result, was, key)) return [];
  const others = is.flags.some((flag) => flag.key !== key && !isSameIn(result, is, flag.key));
  const title = before === undefined ? `Take the flag ${key} out again` : `Put the flag ${key} back as it was`;
  return [createEditFix(title, path, edits, before !== undefined && !others)];
}

function isSameIn(one: FlagFile, other: FlagFile, key: string): boolean {
  const [flag, otherFlag] = [one, other].map(({ flags }) => flags.find((each) => each.key === key));
  return flagsEqual(flag, otherFlag);
}

/** The flag that the finding stands in, or what the flags share, as it was; of what changed in a wrapper, its line alone. */
async function putEntryBack({
  finding,
  path,
  currentText,
  offset,
  reviewed,
}: FileFixInput): Promise<readonly QuickFix[]> {
  const old = previousText(reviewed, path);
  if (old === undefined || offset === undefined) return [];
  const { line } = positionAt(currentText, offset);
  const isEntry = reviewed.flags.differences.some(({ entries = [] }) =>
    entries.some(({ way }) => way.join('.') === finding.key?.name),
  );
  const own = isEntry ? diffHunks(old, currentText).filter((hunk) => touchesLines(hunk, line, line)) : [];
  if (own.length > 0) return hunksFix(path, old, currentText, own, false);
  const { file } = (await openFlagReader(path))(currentText);
  const { first, last } = findEntryLines(file, line);
  const hunks = diffHunks(old, currentText).filter((hunk) => touchesLines(hunk, first, last));
  return hunksFix(path, old, currentText, hunks, false);
}

/** A percentage that is no plain number from 0 to 100. */
function fixShare({ finding, path, currentText, offset }: FileFixInput): readonly QuickFix[] {
  if (offset === undefined || finding.key?.kind !== 'share') return [];
  const written = /^(["']?)\s{0,5}(-?\d{1,9}(?:\.\d{1,9})?)\s{0,5}%?\s{0,5}\1(?=[\s,}\]#]|$)/.exec(
    currentText.slice(offset, offset + 50),
  );
  if (written === null) return [];
  const number = Number(written[2]);
  const share = Math.min(100, Math.max(0, number));
  const edit = { start: offset, end: offset + written[0].length, text: String(share) };
  return [createEditFix(`Write ${share}`, path, [edit], share === number)];
}

interface EntryLines {
  readonly first: number;
  readonly last: number;
}

/** The lines of a flag, from 0, both included, up to where the next thing begins; `undefined` where the file has no such flag. */
function findFlagLines(file: FlagFile, key: string): EntryLines | undefined {
  const flag = file.flags.find((each) => each.key === key);
  return flag && linesFrom(file, flag.at.line);
}

/** The same for the entry that begins at or above a line (from 0): a flag, or what flags share. */
function findEntryLines(file: FlagFile, line: number): EntryLines {
  const starts = startsIn(file).filter((start) => start <= line + 1);
  return starts.length === 0 ? { first: line, last: line } : linesFrom(file, Math.max(...starts));
}

function linesFrom(file: FlagFile, start: number): EntryLines {
  const next = startsIn(file).filter((line) => line > start);
  return { first: start - 1, last: next.length === 0 ? Number.MAX_SAFE_INTEGER : Math.min(...next) - 2 };
}

function startsIn({ flags, otherEntries }: FlagFile): readonly number[] {
  return [...flags, ...otherEntries].map(({ at }) => at.line);
}
