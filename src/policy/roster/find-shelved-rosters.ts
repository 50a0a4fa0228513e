import type { RootContent } from 'mdast';
import type { RosterRow, SectionProblem } from '../policy.js';
import { startLine, tokenize, toExcerpt, toPlainText } from '../grammar/tokenize.js';

/**
 * Rosters under words that put them away ("Former PMs", "Example:"): their rows would count as any others do. One whose rows are all revoked says
 * the same as those words.
 */
export function findShelvedRosters(
  blocks: readonly RootContent[],
  rosters: ReadonlyMap<RootContent, { readonly rows: readonly RosterRow[] }>,
): readonly SectionProblem[] {
  const problems: SectionProblem[] = [];
  let headings: readonly { readonly depth: number; readonly words: string }[] = [];
  let lead = '';
  for (const block of blocks) {
    if (block.type === 'heading') {
      const { depth } = block;
      headings = [...headings.filter((above) => above.depth < depth), { depth, words: wordsOf(block) }];
    }
    const rows = rosters.get(block)?.rows;
    const above = isOfElse(lead) ? [] : [lead];
    const over = rows === undefined ? undefined : [...above, ...headings.map(({ words }) => words)].find(isShelved);
    if (over !== undefined && rows?.some(({ revoked }) => revoked !== true) === true)
      problems.push({ severity: 'error', line: startLine(block), message: describe(over) });
    lead = block.type === 'paragraph' ? wordsOf(block) : '';
  }
  return problems;
}

function describe(over: string): string {
  return `This list of PMs stands under “${toExcerpt(over)}”, and its rows count as any others do. Ask an engineer to set the Status of who is no pilot PM to revoked, and to take an example out, or to find other words.`;
}

function wordsOf(block: RootContent): string {
  return toPlainText(tokenize(block)).trim();
}

/** A sentence that speaks of something else puts no list away: "Don't put names of customers into examples.", "Old guides are archived by a script." */
function isOfElse(words: string): boolean {
  return /\.$/u.test(words) && words.split(' ').length > 4 && !ofList.test(words);
}

/** What a sentence speaks of that may be about the list below it. */
const ofList =
  /(?<!\p{L})(?:pms?|product|managers?|people|persons?|rosters?|lists?|tables?|rows?|members?|teams?|pilots?|handles?|this|these|that|those|it|them|they|one|below|following|here|above|all|both|everything|everybody|nothing|nobody|sections?|zone|only|just|merely|an? (?:example|draft|sample|template))(?!\p{L})/iu;

function isShelved(words: string): boolean {
  return words.length < 80 && shelved.test(words);
}

const shelved =
  /(?<![\p{L}\p{N}])(?:(?:former|past|previous|old|ex|inactive|revoked|removed|offboarded|retired|future|upcoming|planned|proposed|not yet|ehemalige?n?|frühere?n?|anciens?)(?![\p{L}\p{N}])(?=.{0,40}(?<!\p{L})(?:pms?|pilots?|product managers?|members?|rosters?|lists?|teams?)(?!\p{L}))|alumni|archived?|obsolete|outdated|deprecated|examples?|samples?|templates?|drafts?|beispiele?|entw[uü]rfe?|vorlagen?|exemples?|ejemplos?|esemp[io]o?)(?![\p{L}\p{N}])/iu;
