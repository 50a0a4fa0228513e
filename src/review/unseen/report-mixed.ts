import type { ChangedFile } from '../../change/change.js';
import { indexLines } from '../../text/index-lines.js';
import type { ChangedText } from '../catalog-reports/written-texts.js';
import { placeInText } from '../catalog-reports/place-in-text.js';
import type { Report } from '../check.js';
import { findMixedWord, type MixedWord } from './find-mixed-word.js';
import { isReadAsIs } from './report-unseen.js';

/** A word of a catalog's text in two alphabets, which was not there before: readers see one, and what searches or speaks it another. */
export function reportMixedInText({ member, entry, before, after }: ChangedText): Report | undefined {
  const found = findMixedWord(entry.value, before?.value ?? '');
  if (found === undefined) return undefined;
  return {
    message: describe(found, ` in “${entry.label}”`),
    path: after.path,
    ...placeInText(member, after, entry, found.offset),
    key: { name: entry.label, kind: 'text' },
  };
}

/** The same in a prompt, a planning doc or another file that is read as it stands. */
export function reportMixedInFile({ path, before, after }: ChangedFile): readonly Report[] {
  if (after?.text === undefined || !isReadAsIs(path)) return [];
  const found = findMixedWord(after.text, before?.text ?? '');
  return found === undefined ? [] : [{ message: describe(found, ''), path, ...indexLines(after.text)(found.offset) }];
}

function describe({ word, sign, alphabet }: MixedWord, where: string): string {
  return `“${word.slice(0, 60)}”${where} mixes letters of two alphabets that look alike: “${sign}” is a ${alphabet} letter there. Search and screen readers take it for another word. Type it anew by hand.`;
}
