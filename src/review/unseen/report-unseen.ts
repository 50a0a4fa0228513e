import type { ChangedFile } from '../../change/change.js';
import { classifyFile, type FileKind } from '../../change/classify-file.js';
import { findNewUnseenSigns } from './find-new-unseen-signs.js';
import type { UnseenSign } from './find-unseen-signs.js';
import { indexLines } from '../../text/index-lines.js';
import { isRightToLeft } from './is-right-to-left.js';
import type { Report } from '../check.js';
import { decodeText } from '../unsafe/decode-text.js';
import { placeInText } from '../catalog-reports/place-in-text.js';
import type { ChangedText } from '../catalog-reports/written-texts.js';

/** A sign that nobody sees, in a text or a new key of a catalog, which was not there before. */
export function reportUnseenInText({ member, entry, before, after }: ChangedText): Report | undefined {
  const mayTurn = isRightToLeft(member.location.locale);
  const [found] = findNewUnseenSigns(entry.value, before?.value, mayTurn);
  const inKey = before === undefined ? findNewUnseenSigns(String(entry.path.at(-1)), undefined, mayTurn)[0] : undefined;
  // A page shows what is written out, too.
  const [written] =
    found === undefined ? findNewUnseenSigns(decodeText(entry.value), decodeText(before?.value ?? ''), mayTurn) : [];
  const sign = found ?? inKey ?? written;
  if (sign === undefined) return undefined;
  return {
    message: describe(`“${entry.label}”`, sign),
    path: after.path,
    ...(found === undefined
      ? inKey === undefined
        ? entry.at
        : entry.keyAt
      : placeInText(member, after, entry, found.offset)),
    key: { name: entry.label, kind: 'text' },
  };
}

/** The same in a prompt, a planning doc or another file that is read as it stands: its first that the change brings. */
export function reportUnseenInFile({ path, before, after, added }: ChangedFile): readonly Report[] {
  if (after?.text === undefined || !isReadAsIs(path)) return [];
  const found = findNewUnseenSigns(after.text, before?.text);
  const [first] = found;
  if (first === undefined) return [];
  const placeOf = indexLines(after.text);
  const isAdded = ({ offset }: UnseenSign): boolean => {
    const { line } = placeOf(offset);
    return added.some(({ start, end }) => start <= line && line <= end);
  };
  const sign = found.find(isAdded) ?? first;
  return [{ message: describe('This line', sign), path, ...placeOf(sign.offset) }];
}

/** Is it a prompt, a planning doc or other prose, whose text counts as it stands? */
export function isReadAsIs(path: string): boolean {
  return readAsIs.has(classifyFile(path));
}

const readAsIs: ReadonlySet<FileKind> = new Set(['copy', 'prompts', 'planning', 'docs']);

function describe(what: string, { sign }: UnseenSign): string {
  const name = `U+${Number(sign.codePointAt(0)).toString(16).toUpperCase().padStart(4, '0')}`;
  return `${what} has a sign in it that nobody sees, ${name}: readers are shown something else than what stands there, and programs and AI read it all the same. Such signs come along with copied text: type it anew by hand.`;
}
