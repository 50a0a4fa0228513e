import type { JSXElement, Node } from '@babel/types';
import { everyNode } from '../../child-nodes.js';
import type { FileMemory } from '../../file-memory.js';
import type { Region } from '../../gated-regions.js';
import { rangeOf } from '../../range-of.js';
import { readProgram } from '../../read-program.js';
import { attributeWords } from '../shown/attribute-words.js';
import { saidAlone } from '../element-names.js';
import { isMachine, isOddElement } from '../jsx-elements.js';
import { isWord, plainEntities } from '../is-word.js';

/**
 * What is left of a program without the texts between its tags of JSX that are read, whole sentences unless told otherwise, and without the words of its `defaultMessage`s: every other sign as it is. Single words
 * between tags may be keys, names of icons or values, and stay. `undefined` where it does not parse.
 */
export async function componentFrame(
  path: string,
  text: string,
  remember: FileMemory,
  isRead: IsRead = isSaid,
): Promise<string | undefined> {
  const program = await readProgram(path, text, remember);
  if (program === undefined) return undefined;
  const nodes = [...everyNode(program)];
  const closed = nodes
    .filter(isMachine)
    .map(rangeOf)
    .sort((one, other) => one[0] - other[0]);
  const sentences = nodes
    .flatMap((node) => [...sentencesOf(node, text, isRead), ...attributesOf(node, text), ...defaultMessageOf(node)])
    .sort((one, other) => one[0] - other[0]);
  let frame = '';
  let at = 0;
  let [next, until] = [0, 0];
  for (const [from, to, left = ''] of sentences) {
    for (let range = closed[next]; range !== undefined && range[0] <= from; range = closed[++next])
      until = Math.max(until, range[1]);
    if (to <= until) continue;
    frame += `${text.slice(at, from)}\0${left}`;
    at = to;
  }
  return frame + text.slice(at);
}

/** Do people read a text that stands right in an element? */
export type IsRead = (written: string, element: JSXElement) => boolean;

/** Where words stand, and what of the text there is none. */
type Words = readonly [...Region, left?: string];

/** What is filled in to a message (`{name}`), with the arms of a plural. */
const filledIn = /(\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})|[ \n\r\t]+/;
/** Deeper than that, or in quotes, as FormatJS has them. */
const isHard = /'[{}<|#]|\{[^{}]*\{[^{}]*\{[^{}]*\{/;

/** The text that a message of FormatJS has in the language of the code: it is read by people, and by nothing else. */
function defaultMessageOf(node: Node): readonly Words[] {
  if (node.type !== 'ObjectProperty' && node.type !== 'JSXAttribute') return [];
  if (node.type === 'ObjectProperty' && node.computed) return [];
  const name = node.type === 'JSXAttribute' ? node.name : node.key;
  const called = name.type === 'StringLiteral' ? name.value : 'name' in name && name.name;
  const { value } = node;
  if (called !== 'defaultMessage' || value?.type !== 'StringLiteral' || isHard.test(value.value)) return [];
  const left = value.value
    .split(filledIn)
    .filter(Boolean)
    .filter((token) => !isWord(token));
  return [[...rangeOf(value), left.join(' ')]];
}

function attributesOf(node: Node, text: string): readonly Words[] {
  return node.type === 'JSXElement' ? attributeWords(node, text) : [];
}

function sentencesOf(node: Node, text: string, isRead: IsRead): readonly Words[] {
  if (node.type !== 'JSXElement') return [];
  return node.children.flatMap((child) => {
    const [from, to] = rangeOf(child);
    const written = text.slice(from, to);
    if (child.type !== 'JSXText' || !isRead(written, node)) return [];
    // The blanks around it decide whether words stand apart.
    return [[to - written.trimStart().length, from + written.trimEnd().length]];
  });
}

/** A sentence, or in an element that is there for nothing else a word. */
function isSaid(written: string, element: JSXElement): boolean {
  if (isOddElement(element)) return false;
  const { name } = element.openingElement;
  const isAlone = name.type === 'JSXIdentifier' && saidAlone.test(name.name);
  return isSentence(isAlone ? `A ${written}` : written);
}

/** Two words or more, and nothing that a reader of code, a router or a template gives a meaning; no sign that is not seen. */
function isSentence(written: string): boolean {
  return /\p{L}[^\s]*\s+\S*\p{L}/u.test(written) && plain.test(written) && !odd.test(written);
}

const plain = /^[\s\p{Extended_Pictographic}\p{L}\p{M}\p{N}.,!?'’‘"“”%–—…&;:()-]+$/u;
const odd = new RegExp(
  String.raw`\p{DI}|&(?!(?:${plainEntities});)\w+;|[^\S \n\r\t]|[(][)]|\p{L}[.:(]\p{L}|;\s*\p{L}+\s*\(`,
  'u',
);
