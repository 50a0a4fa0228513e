import type { RootContent } from 'mdast';
import { createForbids, createPairs } from '../list-items/close-paths.js';
import { forbids } from '../grammar/forbidding-words.js';
import { looksLikePath } from '../grammar/split-globs.js';
import { splitSentences } from '../grammar/split-sentences.js';
import { tokenize, toSourceText, type TextToken } from '../grammar/tokenize.js';
import { looksLikeZoneTitle } from '../grammar/zone-title.js';
import { addProse, type SectionRules } from './section-walk.js';

/**
 * Reads what stands around the PM-zone section (policy-grammar, "Around the section"). It opens nothing: a list or sentence that keeps
 * people from changing something locks the paths that it names, one that speaks of PMs makes them open only together with an
 * engineer, and a sentence about the PM zone is kept.
 */
export function readSurroundings(file: string, blocks: readonly RootContent[]): SectionRules {
  const found: SectionRules & { readonly file: string } = { file, rules: [], prose: [], problems: [] };
  let headings: readonly { readonly depth: number; readonly text: string }[] = [];
  let lead = '';
  for (const block of blocks) {
    const tokens = tokenize(block);
    const source = toSourceText(tokens);
    if (block.type === 'heading') {
      headings = [...headings.filter(({ depth }) => depth < block.depth), { depth: block.depth, text: source }];
      lead = '';
    } else if (block.type === 'paragraph') {
      for (const sentence of splitSentences(tokens))
        readText(
          found,
          sentence,
          headings.map(({ text }) => text),
        );
      lead = /:\W*$/u.test(source) ? source : '';
    } else if (block.type === 'list' || block.type === 'table') {
      const over = [...headings.map(({ text }) => text), lead];
      const rows = block.children.map((row) => tokenize(row));
      const head = block.type === 'table' ? toSourceText(rows.slice(0, 1).flat()) : '';
      for (const row of rows) readText(found, row, [...over, head]);
      lead = '';
    }
  }
  return found;
}

function readText(
  found: SectionRules & { readonly file: string },
  tokens: readonly TextToken[],
  over: readonly string[],
): void {
  const source = toSourceText(tokens);
  if (looksLikeZoneTitle(source) && !isEntry.test(source)) addProse(found, tokens);
  const paths = tokens.filter((token) => looksLikePath(token) && !/\s|^@|^~|:\/\//u.test(token.text.trim()));
  if (paths.length === 0) return;
  const said = [source, ...over].filter((text) => forbids(text) && (changing.test(text) || pms.test(text)));
  if (said.length > 0) found.rules.push(...createForbids(paths, source).rules);
  else if ([source, ...over].some((text) => pms.test(text))) found.rules.push(...createPairs(paths, source));
}

const changing =
  /(?<![\p{L}\p{N}])(?:touch|edit|chang|modif|updat|writ|commit|delet|remov|renam|alter|overwrit|off[ -]limits|read[ -]?only|locked|protected|frozen|engineering zone)/iu;
const pms = /(?<![\p{L}\p{N}])(?:PMs?|product managers?)(?![\p{L}\p{N}])/u;

/** An entry of a table of contents: a title, and no sentence. */
const isEntry = /^[^.!?]{0,80}$/u;
