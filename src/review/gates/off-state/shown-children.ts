import type { Node } from '@babel/types';

/**
 * What is left of the children of an element, with their texts as they are shown: put together, and with the blanks that stand in one line, since “Hello <b>” is not
 * “Hello<b>”. A blank at either end beside what is left out belongs to that.
 */
export function shownChildren(
  nodes: readonly (Node | null)[],
  childOf: (node: Node) => readonly Node[],
): readonly Node[] {
  const shown: Node[] = [];
  let isLeftOut = false;
  for (const each of nodes) {
    const children = each === null || isLayout(each) ? undefined : childOf(each);
    if (children === undefined) continue;
    for (const child of children) {
      const text = textOf(child);
      const last = shown.at(-1);
      const before = last && textOf(last);
      if (text === undefined) shown.push(child);
      else if (before !== undefined) shown.splice(-1, 1, asText(joined(before, text), last as Node));
      else if (!(isLeftOut && shown.length === 0)) shown.push(asText(text, child));
      else if (text !== ' ') shown.push(asText(text.replace(/^ /, ''), child));
    }
    if (children.length > 0) isLeftOut = false;
    else {
      isLeftOut = true;
      const first = shown.length === 1 ? shown[0] : undefined;
      if (first && textOf(first) === ' ') shown.pop();
    }
  }
  const end = shown.at(-1);
  const text = end && textOf(end);
  if (isLeftOut && end && text !== undefined) shown.splice(-1, 1, asText(text.replace(/ $/, ''), end));
  return shown.filter((each) => textOf(each) !== '');
}

function joined(one: string, other: string): string {
  return `${one}${other}`.replaceAll(/ {2,}/g, ' ');
}

/** Blanks with a line's end among them only lay the program out. */
function isLayout(node: Node): boolean {
  return node.type === 'JSXText' && linesOf(node.value) === '';
}

function textOf(node: Node): string | undefined {
  if (node.type === 'StringLiteral') return node.value;
  return node.type === 'JSXText' ? linesOf(node.value) : undefined;
}

/** A text of JSX as it is shown: each line without the blanks around it, but those at the beginning and at the end of all. */
function linesOf(text: string): string {
  const lines = text.split(/\r?\n/);
  return lines
    .map((line, index) => {
      const begun = index === 0 ? line : line.replace(/^[ \t]+/, '');
      return index === lines.length - 1 ? begun : begun.replace(/[ \t]+$/, '');
    })
    .filter((line) => line !== '')
    .join(' ')
    .replaceAll(/[ \t]+/g, ' ');
}

function asText(value: string, { start, end }: Node): Node {
  return { type: 'JSXText', value, start, end } as unknown as Node;
}
