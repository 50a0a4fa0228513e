import type { Html, Nodes, RootContent } from 'mdast';
import { closePaths, pairPaths } from '../list-items/close-paths.js';
import { forbids } from '../grammar/refusals/forbidding-words.js';
import { isNeutral } from '../grammar/neutral-prose.js';
import { isSentence, toPhrase, type Phrase } from '../grammar/phrase.js';
import { splitSentences } from '../grammar/split-sentences.js';
import { startLine, tokenize } from '../grammar/tokenize.js';
import { speaksOfPms } from '../grammar/zone-title.js';
import { keepRemark } from './prose/marked-remark.js';
import { addProblem, addProse, addRules, type SectionWalk } from './section-walk.js';
import { sentencesIn } from './around/sentences-in.js';
import { withoutAlertSign } from './around/without-alert-sign.js';

/**
 * Reads a quote, an alert or a footnote: it opens nothing and leads nothing. What it names is closed, locked where words in it or over it
 * forbid (`isForbidden`), and its prose is kept.
 */
export function readAside(walk: SectionWalk, block: Nodes, isForbidden: boolean): void {
  const isWarning = /^\s*\[!(?:caution|warning|important)\]/iu.test(toPhrase(tokenize(block)).source);
  const forbidding = isForbidden || forbids(toPhrase(tokenize(block)).source);
  for (const text of textsOf(block)) {
    const phrase = toPhrase(withoutAlertSign(tokenize(text)));
    if (text.type === 'paragraph' && keepRemark(walk, phrase)) continue;
    const fault = 'a quote, a footnote or HTML opens nothing. Write a list under “PMs can touch:”';
    const reading = closePaths(phrase, fault, forbidding);
    addRules(walk, reading);
    if (text.type === 'code') continue;
    const isClosed = reading.rules.length > 0;
    for (const sentence of splitSentences(phrase.tokens).map(toPhrase))
      if (
        ((isWarning && /^\S+(?: \S+)?$/u.test(sentence.words)) || !isNeutral(sentence)) &&
        (!isClosed || saysMore(sentence))
      )
        addProse(walk, sentence.tokens);
  }
}

/** Whether a sentence may be about more than the paths that it names. */
function saysMore(sentence: Phrase): boolean {
  return isSentence(sentence) && sentence.tokens.find(({ text }) => text.trim() !== '')?.kind !== 'code';
}

/**
 * Reads HTML: comments are kept as prose unless they are a tool's, or a pair of tags' own; tags are an error, since nobody can say what
 * a reader sees of what stands between them.
 */
export function readHtml(walk: SectionWalk, html: Html, isForbidden: boolean): void {
  if (isUnclosedComment(html)) {
    const message =
      'A comment begins here and never ends, so nothing below it is read. Ask an engineer to end it with “-->”.';
    addProblem(walk, 'error', startLine(html), message);
  }
  const tokens = tokenize(html).map((token) => ({ ...token, text: token.text.replace(/<[^<>]*>/gu, ' ') }));
  if (!/\S/u.test(html.value.replace(/<!--[\s\S]*?(?:-->|$)/gu, ''))) return;
  const message =
    'HTML stands here, and what it shows or hides cannot be read. Ask an engineer to write it as Markdown.';
  addProblem(walk, 'error', startLine(html), message);
  addRules(walk, closePaths(toPhrase(tokens), undefined, isForbidden));
}

/**
 * Keeps what comments and the titles of links say anywhere in a block, and closes what a sentence of a comment keeps people out of, locked where it speaks
 * of PMs; a comment for a tool, or without words, says nothing.
 */
export function readHiddenWords(walk: SectionWalk, block: Nodes): void {
  const stack: Nodes[] = [block];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if ('children' in node) stack.push(...node.children);
    const title = node.type === 'link' || node.type === 'definition' || node.type === 'image' ? node.title : undefined;
    if (title) walk.prose.push({ file: walk.file, line: startLine(node), text: title });
    if (node.type !== 'html') continue;
    for (const [, text = ''] of node.value.matchAll(/<!--([\s\S]*?)(?:-->|$)/gu)) {
      if (isForTool(text)) continue;
      walk.prose.push({ file: walk.file, line: startLine(node), text: text.replace(/\s+/gu, ' ').trim() });
      for (const sentence of sentencesIn(text, startLine(node)).map(toPhrase)) {
        if (!forbids(sentence.source)) continue;
        addRules(walk, speaksOfPms(sentence.source) ? closePaths(sentence, undefined, true) : pairPaths(sentence));
      }
    }
  }
}

/** A comment that a tool reads stands between a lead and its list as if it were not there. */
export function isToolComment(html: string): boolean {
  const [, comment] = /^\s*<!--([\s\S]*?)-->\s*$/u.exec(html) ?? [];
  return comment !== undefined && isForTool(comment);
}

/** Whether a comment is one of a formatter, a linter or a table of contents, or holds no words. */
export function isForTool(comment: string): boolean {
  return forTool.test(comment);
}

/** A directive and names of rules; a sentence that begins as one ("lint is broken, so …") is no directive. */
const forTool = new RegExp(
  `^\\s*(?:${[
    '(?:prettier|dprint|remark|biome)-ignore(?:-(?:start|end|file|all))?',
    '(?:markdownlint|textlint|eslint|remark-lint|alex|lint)[- ](?:disable|enable|ignore|capture|restore|configure-file)(?:-(?:file|line|next-line))?(?:[ ,]+(?:MD\\d{3}|[a-z@]+[-/][a-z/-]+))*',
    'vale (?:on|off|[\\w-]+(?:\\.[\\w-]+)+ ?= ?(?:yes|no))',
    '/?toc(?:stop| start| end|(?:[ :][a-z]+[:=]\\S+)*)?',
    "(?:start|end) doctoc(?: generated toc,? please keep comment here to allow auto update)?|don't edit this section, instead re-run doctoc to update",
    '(?:cspell|spell-?checker) ?: ?(?:(?:disable|enable)(?:-line|-next-line)?|(?:words?|ignore|ignorewords) [\\w -]+)',
    '[^\\p{L}\\p{N}]*',
  ].join('|')})\\s*$`,
  'isu',
);

function isUnclosedComment({ value }: Html): boolean {
  return value.lastIndexOf('<!--') > value.lastIndexOf('-->');
}

/** The blocks of text in a node, without those that only hold others; walks with a stack of its own. */
function textsOf(block: Nodes): readonly RootContent[] {
  const found: RootContent[] = [];
  const stack: Nodes[] = [block];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (
      node.type === 'paragraph' ||
      node.type === 'heading' ||
      node.type === 'code' ||
      node.type === 'html' ||
      node.type === 'tableRow'
    )
      found.push(node);
    else if ('children' in node) stack.push(...node.children.toReversed());
  }
  return found;
}
