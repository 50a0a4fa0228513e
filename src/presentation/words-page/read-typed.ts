import { readMessageShape } from '../../catalogs/message-shape.js';
import type { Words, WordsPart } from './words.js';

/** How a part reads with what is typed: a placeholder that no language has, now or before the change, is filled in by nothing, so it stands there as it is. */
export function readTyped({ languages, manner }: Words, part: WordsPart, typed: string): string {
  const filled = languages.flatMap(({ parts }) =>
    parts.flatMap(({ placeholders, entry }) => [
      ...placeholders,
      ...readMessageShape(entry.value, manner.dialect, manner.readIcu).placeholders.keys(),
    ]),
  );
  return part.previewWith(typed, filled);
}
