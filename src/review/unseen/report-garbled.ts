import type { ChangedFile } from '../../change/change.js';
import { indexLines } from '../../text/index-lines.js';
import type { Report } from '../check.js';
import { placeInText } from '../catalog-reports/place-in-text.js';
import type { ChangedText } from '../catalog-reports/written-texts.js';
import { findNewGarbled, type Garbled } from './find-garbled.js';
import { isReadAsIs } from './report-unseen.js';

/** Letters of a catalog's text that came out wrong, which were not there before. */
export function reportGarbledInText({ member, entry, before, after }: ChangedText): Report | undefined {
  const found = findNewGarbled(entry.value, before?.value);
  if (found === undefined) return undefined;
  const place = placeInText(member, after, entry, found.offset);
  return {
    message: describe(`“${entry.label}”`, found),
    path: after.path,
    ...place,
    key: { name: entry.label, kind: 'text' },
  };
}

/** The same in a prompt, a planning doc or another file that is read as it stands; and the marks that git leaves where two changes meet. */
export function reportGarbledInFile({ path, before, after }: ChangedFile, isCatalog: boolean): readonly Report[] {
  const text = after?.text;
  if (text === undefined || !(isCatalog || isReadAsIs(path))) return [];
  const marks = findMarks(path, text);
  if (marks !== undefined && findMarks(path, before?.text ?? '') === undefined)
    return [{ message: unsettled, severity: 'blocker', path, ...indexLines(text)(marks) }];
  const found = isCatalog ? undefined : findNewGarbled(text, before?.text);
  return found === undefined
    ? []
    : [{ message: describe('This line', found), path, ...indexLines(text)(found.offset) }];
}

/** Where both sides of what git could not settle begin; in a page of a handbook they may be shown, as code. */
function findMarks(path: string, text: string): number | undefined {
  const plain = /\.mdx?$/i.test(path) ? text.replace(/^(```|~~~)[^]*?^\1/gm, (code) => ' '.repeat(code.length)) : text;
  const begin = plain.search(/^<{7} \S/m);
  return begin >= 0 && /^>{7} \S/m.test(plain.slice(begin)) ? begin : undefined;
}

function describe(what: string, { letters }: Garbled): string {
  const shown = /[\ud800-\udfff]/.test(letters) ? 'half a sign' : `“${letters}”`;
  return `${what} has ${shown} in it, which comes of text that was copied or saved in another encoding, and is not what was written. Type these letters anew.`;
}

const unsettled =
  'What you and somebody else changed here is not settled: both versions stand between git’s marks (“<<<<<<<” and “>>>>>>>”). Keep what is right, and take the marks out.';
