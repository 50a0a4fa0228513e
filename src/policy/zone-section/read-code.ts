import type { Code } from 'mdast';
import { createForbids, createPairs } from '../list-items/close-paths.js';
import { readAllowItem } from '../list-items/read-allow-item.js';
import { forbids } from '../grammar/refusals/forbidding-words.js';
import { mayDemand } from '../grammar/remarks/word-against-remark.js';
import { plainToken, startLine, type TextToken } from '../grammar/tokenize.js';
import { toPhrase } from '../grammar/phrase.js';
import { addClosingWords, addProblem, addProse, addRules, type Lead, type SectionWalk } from './section-walk.js';

/**
 * Reads a block of code: globs alone, one a line, are items of their lead. Commands are words that a rule cannot express, and what any
 * other block names is closed.
 */
export function readCode(walk: SectionWalk, code: Code, lead: Lead): void {
  const start = startLine(code) + 1;
  const lines = code.value
    .split('\n')
    .map((text, at): TextToken => ({ ...plainToken(text.trim(), start + at), kind: 'code' }))
    .filter(({ text }) => text !== '');
  const isShell =
    /^(?:sh|bash|shell|zsh|console|shell-session|powershell|ps1|bat)\b/iu.test(code.lang ?? '') ||
    lines.some(({ text }) => /^[$>] /u.test(text));
  const isOfText = /^(?:text|txt|gitignore|glob|globs|)$/iu.test(code.lang ?? '');
  const isOfGlobs = isOfText && lines.every(({ text }) => bareGlob.test(text.replace(remark, '')));
  const takesBack = lead.effect === 'allow' && lines.some(({ text }) => sign.test(text));
  if (isOfGlobs && lead.effect === 'allow' && !takesBack && (code.meta ?? '') === '') {
    for (const line of lines) addRules(walk, readAllowItem(splitRemark(line), lead));
    return;
  }
  // A file at the root has neither a slash nor a star.
  const globs = isOfGlobs ? lines.map(bareGlobOf) : lines.flatMap(globsIn);
  const isLocked = lead.effect === 'forbid' || forbids(code.value) || forbids(lead.words ?? '');
  if (isShell && lead.effect !== 'forbid') addProse(walk, lines);
  else if (isLocked) addRules(walk, createForbids(globs, code.value));
  else addPairs(walk, globs);
  if (isOfText && !isShell && lead.effect !== 'pair' && lead.effect !== 'forbid')
    for (const line of lines) if (globsIn(line).length === 0 && mayDemand(line.text)) addProse(walk, [line]);
  if (isOfText && (lead.effect === 'pair' || lead.effect === 'forbid'))
    for (const line of lines) readClosed(walk, line);
  if (isOfGlobs && !takesBack && lead.effect !== 'unknown') return;
  const isError = lead.effect === 'forbid' || (lead.effect === 'allow' && isShell);
  const message =
    'This block of code is not read as a list of paths. Ask an engineer to write a list with each glob in backticks.';
  addProblem(walk, isError ? 'error' : 'warning', start - 1, message);
}

function addPairs(walk: SectionWalk, globs: readonly TextToken[]): void {
  walk.rules.push(...createPairs(globs, globs.map(({ text }) => text).join(' ')));
}

/** What closes and names no path is words, and so is what stands behind one. */
function readClosed(walk: SectionWalk, line: TextToken): void {
  const [found = ''] = remark.exec(line.text) ?? [];
  const isWordy = !bareGlob.test(bareGlobOf(line).text) && globsIn(line).length === 0 && /\p{L}/u.test(line.text);
  const words: TextToken = { ...line, kind: 'text', text: isWordy ? line.text : found };
  if (isWordy) addClosingWords(walk, toPhrase([words]));
  else if (found !== '') walk.closingWords.push({ kept: [line], looked: [words] });
}

/** "docs/**   # our handbook": what stands behind the glob is its tail. */
const remark = /\s+#\s.*$/u;

function splitRemark(line: TextToken): readonly TextToken[] {
  const [found = ''] = remark.exec(line.text) ?? [];
  const glob = { ...line, text: line.text.slice(0, line.text.length - found.length) };
  return found === '' ? [glob] : [glob, { ...line, kind: 'text', text: found.replace(/^\s+#\s+/u, ' – ') }];
}

/** A line that is a glob alone, without the remark behind it. */
function bareGlobOf(line: TextToken): TextToken {
  return { ...line, text: line.text.replace(remark, '').replace(/^[-+!#~^−–—]+/u, '') };
}

/** "-docs/legal/**" takes out of a list what stands above it, and is no name of a file. */
const sign = /^[-+~^−–—](?=\S)/u;

const bareGlob = /^[^\s#!]*[/*.][^\s#!]*$/u;

/** The words of a line that look like paths or globs, without quotes and signs around them. */
function globsIn(line: TextToken): readonly TextToken[] {
  return line.text
    .split(/[\s,;:'"`()[\]]+/u)
    .map((text) => text.replace(/^[-+!#~^−–—]+/u, ''))
    .filter((text) => /[*/]/u.test(text) && /[\p{L}\p{N}]/u.test(text))
    .map((text) => ({ ...line, text }));
}
