import { splitCamelCase } from '../grammar/words/camel-case.js';

/** Words of a path or of a sentence, without the endings of a plural; what names no matter is left out. */
export function stemsOf(text: string): readonly string[] {
  return splitCamelCase(text)
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1 && !empty.has(word))
    .map((word) => word.replace(/(?<=\p{L}{2})(?:ies|es|s|y|e)$/u, ''));
}

/** Words that name no matter, and names that folders of all kinds have. */
const empty = new Set(
  'the an of in on at by to for is are was were has have and or src lib libs app apps packages package services service modules module web main core common shared folder folders file files data code'.split(
    ' ',
  ),
);
