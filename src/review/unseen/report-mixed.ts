import type { ChangedText } from '../catalog-reports/written-texts.js';
import { placeInText } from '../catalog-reports/place-in-text.js';
import type { Report } from '../check.js';
import { findMixedWord } from './find-mixed-word.js';

/** A word of a catalog's text in two alphabets, which was not there before: readers see one, and what searches or speaks it another. */
export function reportMixedInText({ member, entry, before, after }: ChangedText): Report | undefined {
  const found = findMixedWord(entry.value, before?.value ?? '');
  if (found === undefined) return undefined;
  const { word, sign, alphabet, offset } = found;
  const message = `“${word.slice(0, 60)}” in “${entry.label}” mixes letters of two alphabets that look alike: “${sign}” is a ${alphabet} letter there. Search and screen readers take it for another word. Type it anew by hand.`;
  return {
    message,
    path: after.path,
    ...placeInText(member, after, entry, offset),
    key: { name: entry.label, kind: 'text' },
  };
}
