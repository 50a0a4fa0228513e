import { draftNote } from './draft-text.js';

/** Where a picture goes into a draft, with the blank lines that it needs there. */
export interface PicturePlace {
  readonly line: number;
  readonly character: number;
  readonly above: string;
  readonly below: string;
}

/**
 * Where a picture stands that somebody puts in at a line: a paragraph of its own, behind the one that the line is part of, so that it tears neither a
 * list nor a table apart; never in the title, nor in the note that is not sent.
 */
export function placePicture(text: string, at: number): PicturePlace {
  const lines = text.split(/\r\n|\n/);
  const isBlank = (index: number): boolean => (lines[index] ?? '').trim() === '';
  const title = lines.findIndex((_, index) => !isBlank(index));
  let line = Math.max(title, 0, Math.min(at, lines.length - 1));
  const note = draftNote(text);
  if (note !== undefined && line >= note.first && line <= note.last) line = note.last;
  if (isBlank(line)) {
    const above = line === 0 || isBlank(line - 1) ? '' : '\n';
    const below = isBlank(line + 1) ? '' : '\n';
    return { line, character: (lines[line] as string).length, above, below };
  }
  while (!isBlank(line + 1)) line++;
  return { line, character: (lines[line] as string).length, above: '\n\n', below: '' };
}
