import { closePaths, findNamedPaths } from '../../list-items/close-paths.js';
import { markBarePaths } from '../../list-items/mark-bare-paths.js';
import { toPhrase, type Phrase } from '../../grammar/phrase.js';
import { isPlainRefusal } from '../../grammar/refusals/plain-refusal.js';
import { addRules, type SectionWalk } from '../section-walk.js';

/**
 * Closes what the titles of a table's columns name: "| | `src/auth` |" over "| PMs | no |". What a cell says is said of its column, and no form opens by it.
 */
export function closeHeads(walk: SectionWalk, head: readonly Phrase[], rows: readonly (readonly Phrase[])[]): void {
  for (const [at, title] of head.entries()) {
    const named = { ...title, tokens: markBarePaths(title.tokens, walk.codes) };
    if (findNamedPaths(named.tokens).length === 0) continue;
    const isLocked = rows.some((row) => saysNo(row[at] ?? toPhrase([])));
    addRules(walk, closePaths(named, fault, isLocked));
  }
}

function saysNo({ source, words }: Phrase): boolean {
  return /[❌🚫⛔🔒]/u.test(source) || isPlainRefusal(words) || /^(?:no|n|x|locked|never)$/u.test(words);
}

const fault =
  'it is the title of a column, and no table of that form is known. Give it a column “Path”, or write a list';
