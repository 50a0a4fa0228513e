import type { ChangedFile } from '../../../../change/change.js';
import { isCode, isFrame } from '../../code-text.js';
import type { Region } from '../../gated-regions.js';
import { findComments } from '../../notes/find-comments.js';
import { findPragma } from '../../../additions/find-pragma.js';
import { heededComment } from './heeded-comment.js';
import { textsToLookThrough } from '../texts-to-look-through.js';

/**
 * A changed program without the lines that are comments and nothing else, which nothing runs. Those that a tool heeds stay, unless all go. `undefined` where its
 * comments are as they were, or where nobody here knows how its language writes them.
 */
export async function withoutCommentLines(
  file: ChangedFile,
  which: 'plain' | 'all' = 'plain',
): Promise<ChangedFile | undefined> {
  const { path, before, after } = file;
  const texts = textsToLookThrough(file);
  if (before === undefined || after === undefined || texts === undefined) return undefined;
  const was = await partComments(path, texts[0], which);
  const now = was && (await partComments(path, texts[1], which));
  if (was === undefined || now === undefined || was.comments === now.comments) return undefined;
  return { ...file, before: { ...before, text: was.code }, after: { ...after, text: now.code } };
}

interface Parted {
  readonly code: string;
  readonly comments: string;
}

/** The lines of a program that are comments alone, and all others. */
async function partComments(path: string, text: string, which: 'plain' | 'all'): Promise<Parted | undefined> {
  const found = isCode(path) && !isFrame(path) ? await commentsOfScript(path, text) : findComments(path, text);
  if (found === undefined) return undefined;
  const [code, comments]: [string[], string[]] = [[], []];
  const lines = `${text}\n`;
  let done = 0;
  for (const [from, to] of found) {
    const start = text.lastIndexOf('\n', from - 1) + 1;
    const end = lines.indexOf('\n', to);
    const comment = text.slice(from, to);
    const isAlone = text.slice(start, from).trim() === '' && text.slice(to, end).trim() === '';
    const goesOn = /\\\r?\n$/.test(text.slice(Math.max(start - 3, 0), start));
    if (!isAlone || goesOn || (which === 'plain' && !isPlain(comment))) continue;
    code.push(text.slice(done, start));
    comments.push(...comment.split('\n').map((line) => line.trim()));
    done = end + 1;
  }
  return { code: [...code, text.slice(done)].join(''), comments: comments.join('\n') };
}

/** `undefined` where it does not parse. */
async function commentsOfScript(path: string, text: string): Promise<readonly Region[] | undefined> {
  const { parseJavaScript } = await import('../../../../parsers/parse-javascript.js');
  const parsed = parseJavaScript(text, path);
  if ('problem' in parsed) return undefined;
  // In a page “<!--” begins one too.
  return parsed.comments.flatMap(({ start, end }) =>
    /^\/[/*]/.test(text.slice(start)) ? [[start, end] as const] : [],
  );
}

/** In some languages a block within a block has to be closed as well. */
function isPlain(comment: string): boolean {
  const isBlock = comment.startsWith('/*');
  const text = isBlock ? comment.slice(2, -2) : comment.replace(/^(?:#|\/\/)/, '');
  return !(isBlock && text.includes('/*')) && findPragma({ text, isBlock }) === undefined && !heededComment(text);
}
