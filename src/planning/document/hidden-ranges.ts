import type { Nodes, Parents, Root } from 'mdast';

/** From an offset of a text up to another. */
export type Range = readonly [from: number, to: number];

/** The ranges of HTML comments, in order. One inside code is none. */
export function findComments(text: string, root: Root): readonly Range[] {
  const found: Range[] = [];
  for (const node of nodesIn(root)) {
    if (node.type !== 'html') continue;
    // Not the node's value: in a list or a quote that lacks what begins each line.
    const [start, end] = offsetsOf(node, text);
    addMatches(found, text, start, end, /<!--[^]*?(?:-->|$)/g);
  }
  return found;
}

/**
 * The ranges of all that stands in a document and is not shown as its text, in order: what is struck through, pictures, addresses, definitions,
 * tags, and the numbers of lists and notes; with the comments.
 */
export function findUnshown(text: string, root: Root, comments: readonly Range[]): readonly Range[] {
  const found: Range[] = [];
  let struck: number | undefined;
  for (const node of nodesIn(root)) {
    const [start, end] = offsetsOf(node, text);
    // No tag reaches beyond its paragraph.
    if (node.type === 'paragraph' || node.type === 'tableCell') struck = undefined;
    if (wholly.has(node.type)) found.push([start, end]);
    else if (node.type === 'link' || node.type === 'linkReference') {
      found.push([start, beginOf(node, text)], [offsetsOf(node.children.at(-1) ?? node, text)[1], end]);
    } else if (node.type === 'listItem' || node.type === 'footnoteDefinition') {
      const begin = beginOf(node, text);
      if (/^[[\d]/.test(text.slice(start, begin))) found.push([start, begin]);
    } else if (node.type === 'text') addMatches(found, text, start, end, /&#?\w{1,31};/g);
    else if (node.type === 'html') {
      addMatches(found, text, start, end, /<(del|s|strike)>[^]{0,2000}?<\/\1>|<[^<>]*>/gi);
      if (/^<(?:del|s|strike)>$/i.test(node.value)) struck ??= start;
      if (/^<\/(?:del|s|strike)>$/i.test(node.value) && struck !== undefined) {
        found.push([struck, end]);
        struck = undefined;
      }
    }
  }
  return found.concat(comments).sort(([one, oneEnd], [other, otherEnd]) => one - other || otherEnd - oneEnd);
}

const wholly: ReadonlySet<string> = new Set(['delete', 'definition', 'footnoteReference', 'image', 'imageReference']);

/** The part of a text from an offset up to another, without these ranges, which are in order. */
export function cutRanges(text: string, from: number, to: number, hidden: readonly Range[]): string {
  let kept = '';
  let at = from;
  for (const [start, end] of hidden) {
    if (start >= to) break;
    if (end <= at) continue;
    kept += text.slice(at, Math.max(at, start));
    at = Math.min(end, to);
  }
  return kept + text.slice(at, to);
}

/** Where a node begins and ends; all of the text for one that was not parsed from it. */
export function offsetsOf({ position }: Nodes, text: string): Range {
  return [position?.start.offset ?? 0, position?.end.offset ?? text.length];
}

/** All nodes of a document in its order, without recursion: nesting costs no stack. */
function* nodesIn(root: Root): Generator<Nodes> {
  const stack: Nodes[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    yield node;
    if ('children' in node)
      for (let at = node.children.length - 1; at >= 0; at--) stack.push(node.children[at] as Nodes);
  }
}

/** Where what a node holds begins; its own end if that is nothing. */
function beginOf(node: Parents, text: string): number {
  const [first] = node.children;
  return first === undefined ? offsetsOf(node, text)[1] : offsetsOf(first, text)[0];
}

function addMatches(found: Range[], text: string, start: number, end: number, pattern: RegExp): void {
  for (const { 0: match, index } of text.slice(start, end).matchAll(pattern))
    found.push([start + index, start + index + match.length]);
}
