import type { PhrasingContent } from 'mdast';

/** The text of inline Markdown as people read it, without HTML. Breaks are line breaks. Not recursive: nesting costs no stack. */
export function plainText(nodes: readonly PhrasingContent[]): string {
  let text = '';
  const stack = [...nodes].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if ('children' in node) {
      for (let at = node.children.length - 1; at >= 0; at--) stack.push(node.children[at] as PhrasingContent);
    } else if (node.type === 'text' || node.type === 'inlineCode') text += node.value;
    else if (node.type === 'break') text += '\n';
    else if (node.type === 'image' || node.type === 'imageReference') text += node.alt ?? '';
  }
  return text;
}
