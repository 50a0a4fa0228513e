import type { RootContent } from 'mdast';
import { splitSentences } from '../grammar/split-sentences.js';
import { isPersonName } from '../grammar/remarks/person-names.js';
import { tokenize, toSourceText } from '../grammar/tokenize.js';
import { readRosters } from '../roster/read-rosters.js';

/**
 * The first name, in lower case, of the one PM that a section has, by its list of PMs or by a line "PM: @greta-m" or "PM: Greta": "Greta can touch:"
 * says of nobody else what they may. `undefined` where it names no PM or more than one.
 */
export function findOnlyPm(blocks: readonly RootContent[], text: string): string | undefined {
  const { roster } = readRosters(blocks, text);
  const lines = blocks.flatMap((block) =>
    block.type === 'paragraph' ? splitSentences(tokenize(block)).map((tokens) => toSourceText(tokens)) : [],
  );
  const written = lines.flatMap(
    (line) => /^(?:our |the )?(PMs?|product managers?): (.*?)\.?$/iu.exec(line)?.slice(2, 3) ?? [],
  );
  const names = [...written, ...(roster ?? []).map(({ pm }) => pm)].map(firstNameOf);
  const [only] = names;
  return names.length > 0 && names.every((name) => name === only) ? only : undefined;
}

/** "Greta", "Greta Lind (@greta)" and "@greta-museum" are called Greta; more than one name is nobody's. */
function firstNameOf(written: string): string | undefined {
  const [, handle] = /^@([a-z]{2,20})(?:[-_.][a-z\d]+)*$/iu.exec(written) ?? [];
  if (handle !== undefined) return handle.toLowerCase();
  const name = written.replace(/ \(@[\w./-]+\)$/u, '');
  return isPersonName(name) ? name.split(' ')[0]?.toLowerCase() : undefined;
}
