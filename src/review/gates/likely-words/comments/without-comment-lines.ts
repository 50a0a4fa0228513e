import type { ChangedFile } from '../../../../change/change.js';
import { findPragma } from '../../../additions/find-pragma.js';
import { heededComment } from './heeded-comment.js';
import { textsToLookThrough } from '../texts-to-look-through.js';
import { commentSigns, type CommentSigns } from './comment-signs.js';

/**
 * A changed program without the lines that are comments and nothing else, which nothing runs. Those that a tool heeds stay. `undefined` where its
 * comments are as they were, or where nobody here knows how its language writes them.
 */
export function withoutCommentLines(file: ChangedFile): ChangedFile | undefined {
  const { path, before, after } = file;
  const texts = textsToLookThrough(file);
  if (before === undefined || after === undefined || texts === undefined) return undefined;
  const signs = commentSigns(path, texts[1]);
  if (signs === undefined) return undefined;
  const [was, now] = [partComments(texts[0], signs), partComments(texts[1], signs)];
  if (was.comments === now.comments) return undefined;
  return { ...file, before: { ...before, text: was.code }, after: { ...after, text: now.code } };
}

/** The lines of a program that are comments alone, and all others. Linear in its length. */
function partComments(text: string, signs: CommentSigns): { readonly code: string; readonly comments: string } {
  const [code, comments]: [string[], string[]] = [[], []];
  let isInText = false;
  let block: string[] | undefined;
  for (const line of text.split('\n')) {
    const words = line.trim();
    const isFree = !isInText && code.at(-1)?.endsWith('\\') !== true;
    if (block !== undefined) block.push(words);
    else if (isFree && signs.hasBlocks && words.startsWith('/*')) block = [words];
    else if (isFree && words.startsWith(signs.line)) (isPlainLine(words, signs) ? comments : code).push(words);
    else {
      code.push(line);
      if ((line.match(signs.text)?.length ?? 0) % 2 === 1) isInText = !isInText;
    }
    if (block === undefined || !words.includes('*/')) continue;
    (isPlainBlock(block.join('\n')) ? comments : code).push(...block);
    block = undefined;
  }
  // What is not closed takes in all that follows.
  code.push(...(block ?? []));
  return { code: code.join('\n'), comments: comments.join('\n') };
}

function isPlainLine(words: string, { line }: CommentSigns): boolean {
  return !isHeeded(words.slice(line.length), false);
}

/** In some languages a block within a block has to be closed as well. */
function isPlainBlock(block: string): boolean {
  const inside = block.slice(2, -2);
  return block.length >= 4 && !/\*\/|\/\*/.test(inside) && block.endsWith('*/') && !isHeeded(inside, true);
}

function isHeeded(text: string, isBlock: boolean): boolean {
  return findPragma({ text, isBlock }) !== undefined || heededComment(text);
}
