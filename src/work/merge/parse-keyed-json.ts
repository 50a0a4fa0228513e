import { parseTree } from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';
import type { KeyedEntry, KeyedMap, KeyedValue } from './keyed-text.js';

/** Longer texts, and deeper ones, are not merged by key. */
const longest = 2 ** 21;
const deepest = 64;

/** Cuts JSON without comments whose root is an object; `undefined` for anything else, and where a key is there twice. */
export function parseKeyedJson(text: string): KeyedMap | undefined {
  if (text.length > longest || tooDeep(text)) return undefined;
  const errors: ParseError[] = [];
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const source = text.slice(start);
  const root = parseTree(source, errors, { disallowComments: true, allowTrailingComma: false });
  if (errors.length > 0 || root?.type !== 'object') return undefined;
  const map = read(root, source);
  return map?.kind === 'map'
    ? {
        ...map,
        open: text.slice(0, start) + source.slice(0, root.offset) + map.open,
        close: map.close + source.slice(root.offset + root.length),
      }
    : undefined;
}

function read(node: Node, source: string): KeyedValue | undefined {
  const end = node.offset + node.length;
  if (node.type !== 'object')
    return { kind: 'leaf', text: source.slice(node.offset, end), meaning: meaning(node, source) };
  const entries: KeyedEntry[] = [];
  const seen = new Set<string>();
  let at = node.offset + 1;
  for (const { children, offset, length } of node.children as readonly Node[]) {
    const [name, value] = children as [Node, Node];
    const key = name.value as string;
    const inner = read(value, source);
    if (!inner || seen.has(key)) return undefined;
    seen.add(key);
    const after = offset + length;
    // Between the value and its comma, or the bracket, there are only blanks.
    const blanks = source.slice(after, end).replace(/\S[^]*$/, '');
    const comma = source.charAt(after + blanks.length) === ',';
    const tail = comma ? blanks : '';
    entries.push({ key, lead: source.slice(at, offset), head: source.slice(offset, value.offset), value: inner, tail });
    at = after + (comma ? blanks.length + 1 : 0);
  }
  return { kind: 'map', open: '{', entries, between: ',', close: source.slice(at, end) };
}

/** Numbers as they are written: two that a program would round to one stay two. */
function meaning(node: Node, source: string): string {
  if (node.type === 'array')
    return `[${(node.children as readonly Node[]).map((child) => meaning(child, source)).join()}]`;
  if (node.type === 'object') {
    const parts = (node.children as readonly Node[]).map(({ children }) => {
      const [name, value] = children as [Node, Node];
      return `${JSON.stringify(name.value)}:${meaning(value, source)}`;
    });
    return `{${parts.join()}}`;
  }
  return node.type === 'string' ? JSON.stringify(node.value) : source.slice(node.offset, node.offset + node.length);
}

function tooDeep(text: string): boolean {
  let depth = 0;
  let most = 0;
  for (const [sign] of text.matchAll(/[{}[\]]|"(?:[^"\\]|\\.)*"/g)) {
    if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') depth -= 1;
    most = Math.max(most, depth);
  }
  return most > deepest;
}
