import type { BlockContent, DefinitionContent, RootContent } from 'mdast';
import { createForbids, createPairs } from '../../list-items/close-paths.js';
import { findRefusedPaths } from '../../list-items/find-refused-paths.js';
import { closesAll } from '../../grammar/refusals/closes-all.js';
import { forbids } from '../../grammar/refusals/forbidding-words.js';
import { forbidsChanging } from '../../grammar/refusals/forbids-changing.js';
import { mayDemandOfPms } from '../../grammar/refusals/may-demand-of-pms.js';
import { mayKeepPmsOut } from '../../grammar/refusals/may-keep-pms-out.js';
import { looksLikePath } from '../../grammar/split-globs.js';
import { splitSentences } from '../../grammar/split-sentences.js';
import { toPhrase } from '../../grammar/phrase.js';
import { firstTokenLine, toExcerpt, tokenize, toSourceText, type TextToken } from '../../grammar/tokenize.js';
import { looksLikeZoneTitle } from '../../grammar/zone-title.js';
import { addProblem, addProse, type SectionRules } from '../section-walk.js';
import { shownSentences } from './shown-sentences.js';
import { withoutAlertSign } from './without-alert-sign.js';

type Found = SectionRules & {
  readonly file: string;
  /** It is quoted, a footnote, code or HTML, which closes only what it says of PMs. */
  readonly isSetOff: boolean;
  /** It is code or HTML, in which the name of the zone may be that of a command. */
  readonly isShown: boolean;
};

type Block = RootContent | BlockContent | DefinitionContent;

/**
 * Reads what stands around the PM-zone section (policy-grammar, "Around the section"). It opens nothing: a sentence that keeps people
 * from changing something, or stands under words that do, locks the paths that it names, one that speaks of PMs makes them open only
 * together with an engineer, and a sentence about the PM zone is kept. What is quoted, code or HTML closes where it speaks of PMs itself.
 */
export function readSurroundings(file: string, blocks: readonly RootContent[]): SectionRules {
  const found: Found = {
    file,
    rules: [],
    prose: [],
    pathless: [],
    remarks: [],
    problems: [],
    isSetOff: false,
    isShown: false,
  };
  readBlocks(found, blocks, []);
  return found;
}

function readBlocks(found: Found, blocks: readonly Block[], outer: readonly string[]): void {
  let headings: readonly { readonly depth: number; readonly text: string }[] = [];
  let lead = '';
  for (const [at, block] of blocks.entries()) {
    const over = [...outer, ...headings.map(({ text }) => text)];
    readComments(found, block, over);
    if (block.type === 'heading') {
      const tokens = tokenize(block);
      const text = toSourceText(tokens);
      headings = [...headings.filter(({ depth }) => depth < block.depth), { depth: block.depth, text }];
      lead = '';
      const next = blocks[at + 1];
      const isWhole =
        /[.!]$/u.test(text) || next === undefined || (next.type === 'heading' && next.depth <= block.depth);
      if (isWhole || findRefusedPaths(tokens).length + pathsIn(tokens).length > 0) readText(found, tokens, outer);
    } else if (block.type === 'paragraph') {
      const sentences = splitSentences(withoutAlertSign(tokenize(block)));
      readSentences(found, sentences, over);
      const last = toSourceText(sentences.slice(-1).flat());
      lead = /:\W*$/u.test(last) ? last : '';
    } else if (block.type === 'list') {
      for (const { children } of block.children) {
        const [first] = children;
        const item = first?.type === 'paragraph' ? toSourceText(tokenize(first)) : '';
        readBlocks(found, children.slice(0, 1), underWords(over, lead));
        readBlocks(found, children.slice(1), underWords(over, lead, item));
      }
      lead = '';
    } else if (block.type === 'blockquote' || block.type === 'footnoteDefinition') {
      // An alert is in its author's own words.
      const isAlert = /^\s*\[!\w+\]/u.test(toSourceText(tokenize(block)));
      readBlocks({ ...found, isSetOff: found.isSetOff || !isAlert }, block.children, underWords(over, lead));
      lead = '';
    } else if (block.type === 'table') {
      const rows = block.children.map((row) => tokenize(row));
      for (const row of rows) readText(found, row, underWords(over, lead, toSourceText(rows.slice(0, 1).flat())));
      lead = '';
    } else if (block.type === 'code' || block.type === 'html') {
      readSentences({ ...found, isSetOff: true, isShown: true }, shownSentences(block), underWords(over, lead));
      lead = '';
    }
  }
}

/** Reads the comments within a block that holds words of its own. */
function readComments(found: Found, block: Block, over: readonly string[]): void {
  if (block.type !== 'paragraph' && block.type !== 'heading') return;
  const comments = block.children.filter((child) => child.type === 'html');
  const shown = { ...found, isSetOff: true, isShown: true };
  for (const comment of comments)
    if (comment.value.startsWith('<!--')) readSentences(shown, shownSentences(comment), over);
}

function underWords(over: readonly string[], ...words: readonly string[]): readonly string[] {
  return [...over, ...words.filter((text) => text !== '')];
}

/** "`dist/` is built. Never edit it." speaks of the path before. */
function readSentences(found: Found, sentences: readonly (readonly TextToken[])[], over: readonly string[]): void {
  for (const [index, sentence] of sentences.entries()) {
    const next = sentences[index + 1] ?? [];
    const aboutIt = toSourceText(next);
    const isAboutIt = pathsIn(next).length === 0 && pronoun.test(aboutIt);
    readText(found, sentence, isAboutIt ? [...over, aboutIt] : over);
  }
}

function readText(found: Found, tokens: readonly TextToken[], over: readonly string[]): void {
  const source = toSourceText(tokens);
  if (found.isShown ? ofZone.test(source) : looksLikeZoneTitle(source) && !isEntry.test(source)) {
    addProse(found, tokens);
    if (closesAll(toPhrase(tokens)))
      found.rules.push({ effect: 'pair', glob: '**', line: firstTokenLine(tokens), text: source, conditions: [] });
    const message = `“${toExcerpt(source)}” names the PM zone and stands outside of it, so the engineering DRI is asked about it on every change. If it demands nothing, ask an engineer to write it without naming the zone.`;
    addProblem(found, 'info', firstTokenLine(tokens), message);
  }
  // "Never" over "Modify `vendor/`" is one sentence in two places.
  const texts = [source, ...over, ...over.slice(-1).map((nearest) => `${nearest} ${source}`)];
  const isOfPms = texts.some((text) => pms.test(text));
  const isClosing =
    (isOfPms || !found.isSetOff) && texts.some((text) => forbidsChanging(text) || (forbids(text) && pms.test(text)));
  const paths = [...pathsIn(tokens), ...(isClosing || pms.test(source) ? findRefusedPaths(tokens) : [])];
  if (paths.length === 0) {
    if ((found.isShown ? ofZone.test(source) : looksLikeZoneTitle(source)) || !pms.test(source)) return;
    const isRefusal = mayKeepPmsOut(source, over);
    if (!isRefusal && !mayDemandOfPms(source, over)) return;
    // What a lead leads is read by itself.
    if (/:\W{0,20}$/u.test(source)) return;
    addProse(found, tokens);
    const message = `“${toExcerpt(source)}” speaks of PMs, may ${isRefusal ? 'keep them from changing something' : 'demand something of them'}, and stands outside of the PM zone, so the engineering DRI is asked about it on every change. If it demands nothing of a change, ask an engineer to write it without naming PMs.`;
    addProblem(found, 'info', firstTokenLine(tokens), message);
    return;
  }
  if (isClosing) found.rules.push(...createForbids(paths, source).rules);
  else if (isOfPms || (!found.isSetOff && askingFirst.test(source))) found.rules.push(...createPairs(paths, source));
}

/** "Ask the search team before you change `x`." */
const askingFirst =
  /(?<![\p{L}])(?:ask|check with|talk to|speak (?:to|with)) [^.;:]{1,60} before (?:you |anybody |anyone )?(?:chang|edit|touch|modif)/iu;

function pathsIn(tokens: readonly TextToken[]): readonly TextToken[] {
  return tokens.filter((token) => looksLikePath(token) && !/\s|^@|^~|:\/\//u.test(token.text.trim()));
}

const pms = /(?<![\p{L}\p{N}])(?:PMs?|[Pp]roduct (?:[Mm]anagers?|people|folks|colleagues))(?![\p{L}\p{N}])/u;

/** What is said of the zone, and is no command. */
const ofZone =
  /(?<![\p{L}\p{N}-])PM[ -][Zz]one(?:'s [\p{L}]+)?(?:: ?\p{L}| (?:is|are|was|has|does|applies|holds|will|no longer|ends?|ended) )/u;
const pronoun =
  /(?<![\p{L}\p{N}])(?:it|its|this|that|these|those|them|they|here|there|directly|manually|by hand)(?![\p{L}\p{N}])/iu;

/** An entry of a table of contents: a title, and no sentence. */
const isEntry = /^[^.!?]{0,80}$/u;
