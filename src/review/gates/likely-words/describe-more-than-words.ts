import type { MoreThanWords } from './file-words.js';

/** The place and that it is more than words, to stand in a sentence. */
export function describeMoreThanWords({ file, lines }: MoreThanWords): string {
  const { path, before } = file;
  if (before === undefined) return `${path}, which is new, is more than words`;
  if (lines === undefined) return `what changed in ${path} is more than words`;
  const { start, end } = lines;
  if (end < start) return `what was taken out above line ${start} of ${path} is more than words`;
  return start === end
    ? `line ${start} of ${path} is more than words`
    : `what changed in lines ${start} to ${end} of ${path} is more than words`;
}
