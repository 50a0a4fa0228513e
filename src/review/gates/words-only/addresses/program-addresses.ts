import type { Node } from '@babel/types';
import type { FileMemory } from '../../file-memory.js';
import { rangeOf } from '../../range-of.js';
import { readProgram } from '../../read-program.js';
import { onlyLeads } from '../harmless-attributes.js';
import { readNodes } from '../keys/program-asks.js';
import { isAddressOfPage } from './address-of-page.js';
import type { AskedKey } from '../keys/asked-key.js';

/** What a link may have that is followed, and does nothing else when it is pressed. */
const still = /^(?:href|className|id|rel|target|title|lang|style|key|tabIndex|aria-[a-z]+|data-testid)$/;

/** The addresses that links of a program's JSX are written with, in their order. */
export async function programAddresses(path: string, text: string, remember: FileMemory): Promise<readonly AskedKey[]> {
  const program = await readProgram(path, text, remember);
  if (program === undefined) return [];
  const found = [...readNodes(program)].flatMap((node) => addressOf(node, text));
  return found.sort((one, other) => one.at - other.at);
}

function addressOf(node: Node, text: string): readonly AskedKey[] {
  if (node.type !== 'JSXOpeningElement' || node.name.type !== 'JSXIdentifier' || node.name.name !== 'a') return [];
  const names = node.attributes.map((each) => (each.type === 'JSXAttribute' ? each.name.name : ''));
  const isStill = node.attributes.every((each, index) => {
    const name = names[index];
    if (each.type !== 'JSXAttribute' || typeof name !== 'string' || !still.test(name)) return false;
    return each.value?.type !== 'StringLiteral' || onlyLeads(name, each.value.value);
  });
  const [href, ...more] = node.attributes.filter((_, index) => names[index] === 'href');
  if (!isStill || more.length > 0 || href?.type !== 'JSXAttribute' || href.value?.type !== 'StringLiteral') return [];
  const [from, to] = rangeOf(href.value);
  const key = text.slice(from + 1, to - 1);
  return isAddressOfPage(key) && key === href.value.value ? [{ key, at: from + 1, end: to - 1 }] : [];
}
