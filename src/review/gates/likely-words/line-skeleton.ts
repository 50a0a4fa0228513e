import { readTags } from '../words-only/read-tags.js';
import { codeSkeleton, settle, type Notation } from './code-skeleton.js';
import { templateSkeleton } from './template-skeleton.js';

/** A value that is filled in: nothing that calls, chooses, begins or ends something. */
const filledIn = /(?<![@\w])@(?:[A-Za-z_]\w*(?:\.\w+)*|\([\w.?]+\))|\{\{\s*[\w.| ]+\s*\}\}/g;
const statement = /[{};=]|\)\s*$|^\s*(?:@(?!@)|else\b|\w+\s*\()/;

/**
 * What is left of a template whose code nobody here tells from its texts for certain, Razor's among them, line by line: one of tags and words alone, with values that
 * are filled in, is text; every other line is code, also where it holds texts.
 */
export function lineSkeleton(text: string, notation: Notation): string {
  return text
    .replaceAll(/@\*[^]*?\*@|<!--(?!\s*(?:#|\/?ko\b|\[if|<!))[^]*?-->/g, '')
    .split('\n')
    .map((line) => textOfLine(line) ?? codeSkeleton(line, notation))
    .filter(Boolean)
    .join('\n');
}

function textOfLine(line: string): string | undefined {
  const filled = line.match(filledIn) ?? [];
  const pieces = readTags(line.replaceAll(filledIn, ' '));
  if (pieces === undefined) return undefined;
  const isText = pieces.every(({ tag, text }) => (tag === undefined ? !statement.test(text) : !text.includes('@')));
  if (!isText) return undefined;
  return settle([templateSkeleton(pieces.map((piece) => ({ ...piece, codes: [] }))), ...filled].join(' '), false);
}
