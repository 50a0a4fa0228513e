import type { JSXElement, Node } from '@babel/types';
import type { ChangedFile } from '../../change/change.js';
import { everyNode } from './child-nodes.js';
import { createFileMemory } from './file-memory.js';
import type { Region } from './gated-regions.js';
import { rangeOf } from './range-of.js';
import { readProgram } from './read-program.js';

/** The first of some files that changes more than sentences. */
export async function findOtherThanWords(files: readonly ChangedFile[]): Promise<ChangedFile | undefined> {
  for (const file of files) if (!(await changesWordsOnly(file))) return file;
  return undefined;
}

/**
 * Does a component say something else than before and do the same? So it is where nothing changed but whole sentences between tags of JSX, and every other sign of the
 * file is as it was. Templates in other languages are not told apart from their code, nor are single words, which may be keys, names of icons or values.
 */
export async function changesWordsOnly({ path, before, after }: ChangedFile): Promise<boolean> {
  const [was, now] = [before?.text, after?.text];
  if (!/\.[jt]sx$/i.test(path) || was === undefined || now === undefined) return false;
  if (Math.max(was.length, now.length) > longest) return false;
  const [one, other] = [await frameOf(path, was), await frameOf(path, now)];
  return one !== undefined && one === other;
}

const longest = 300_000;

/** What is left of a text without its sentences; `undefined` where it cannot be read, or where code might be taken for a sentence. */
async function frameOf(path: string, text: string): Promise<string | undefined> {
  const program = await readProgram(path, text, createFileMemory());
  if (program === undefined) return undefined;
  const sentences = [...everyNode(program)]
    .flatMap((node) => sentencesOf(node, text))
    .sort((one, other) => one[0] - other[0]);
  let frame = '';
  let at = 0;
  for (const [from, to] of sentences) {
    frame += `${text.slice(at, from)}\0`;
    at = to;
  }
  return frame + text.slice(at);
}

function sentencesOf(node: Node, text: string): readonly Region[] {
  if (node.type !== 'JSXElement' || isOdd(node)) return [];
  return node.children.flatMap((child) => {
    const [from, to] = rangeOf(child);
    const written = text.slice(from, to);
    if (child.type !== 'JSXText' || !isSentence(written)) return [];
    // The blanks around it decide whether words stand apart.
    return [[to - written.trimStart().length, from + written.trimEnd().length]];
  });
}

/** HTML whose texts people read, and components, which hand them on; what a component of such a name does with them nobody can tell. */
function isOdd({ openingElement: { name } }: JSXElement): boolean {
  if (name.type !== 'JSXIdentifier') return true;
  return /^\p{Lu}/u.test(name.name) ? acts.test(name.name) : !prose.test(name.name);
}

const prose =
  /^(?:p|h[1-6]|li|dt|dd|td|th|div|span|a|b|strong|em|small|label|button|caption|figcaption|legend|summary|blockquote|section|main|header|footer)$/;
const acts =
  /script|style|redirect|route|link$|feature|flag|gate|markdown|html|code|icon|message|trans|text$|^t$|option|query|event|track/i;

/** Two words or more, and nothing that a reader of code, a router or a template gives a meaning; no sign that is not seen. */
function isSentence(written: string): boolean {
  return /\p{L}[^\s]*\s+\S*\p{L}/u.test(written) && plain.test(written) && !odd.test(written);
}

const plain = /^[\s\p{L}\p{M}\p{N}.,!?'’‘"“”%–—…&;:()-]+$/u;
const odd = /[^\S \n\r\t]|[(][)]|\p{L}[.:(]\p{L}|;\s*\p{L}+\s*\(/u;
