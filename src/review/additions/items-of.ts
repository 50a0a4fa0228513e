import { identityOf } from './find-repeated.js';
import { child, children, isNode, staticKey, type SyntaxNode } from './syntax-tree.js';

/** The items of a list; a hole is `undefined`. */
export function itemsOf(list: SyntaxNode): readonly (SyntaxNode | undefined)[] {
  return (list['elements'] as readonly unknown[]).map((item) => (isNode(item) ? item : undefined));
}

/** By what an item is known among others: its text, or what its members say. */
export function idOf(item: SyntaxNode | undefined): string | undefined {
  if (item?.type === 'StringLiteral') return String(item['value']);
  if (item?.type !== 'ObjectExpression') return undefined;
  const members = new Map(children(item, 'properties').map((member) => [staticKey(member), child(member, 'value')]));
  return identityOf((name) => {
    const value = members.get(name);
    return value?.type === 'StringLiteral' || value?.type === 'NumericLiteral' ? String(value['value']) : undefined;
  });
}

/** A text or an object: what stands for one event wherever it is put in a list. The place of a number or a list may say what it is. */
export function namesEvent(item: SyntaxNode | undefined): boolean {
  if (item?.type === 'TemplateLiteral') return children(item, 'expressions').length === 0;
  return /^(?:StringLiteral|ObjectExpression|Identifier|MemberExpression)$/.test(item?.type ?? '');
}
