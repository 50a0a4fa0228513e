import type { Expression, JSXElement } from '@babel/types';
import type { Region } from '../gated-regions.js';
import { rangeOf } from '../range-of.js';
import { isLabel } from './label-words.js';
import { showsAttribute } from './shown-names.js';

/** Where a tag of JSX says words by its attributes, also by strings that a condition chooses from. `isOdd`: nobody knows what its element does. */
export function attributeWords({ openingElement }: JSXElement, text: string, isOdd: boolean): readonly Region[] {
  const written = text.slice(...rangeOf(openingElement));
  const element = text.slice(...rangeOf(openingElement.name));
  return openingElement.attributes.flatMap((each): readonly Region[] => {
    if (each.type !== 'JSXAttribute' || each.name.type !== 'JSXIdentifier') return [];
    const { value, name } = each;
    if (value === undefined || value === null || !showsAttribute(element, name.name, written, isOdd)) return [];
    if (value.type === 'StringLiteral') return wordsOf(value, text);
    if (value.type !== 'JSXExpressionContainer' || value.expression.type === 'JSXEmptyExpression') return [];
    return wordsOf(value.expression, text);
  });
}

/** The strings of words that an expression may come to, and which nothing else is done with. */
function wordsOf(node: Expression, text: string): readonly Region[] {
  if (node.type === 'ConditionalExpression')
    return [...wordsOf(node.consequent, text), ...wordsOf(node.alternate, text)];
  if (node.type === 'LogicalExpression') return wordsOf(node.right, text);
  if (node.type !== 'StringLiteral') return [];
  const [from, to] = rangeOf(node);
  // No sign of it is written out.
  return isLabel(node.value) && text.slice(from + 1, to - 1) === node.value ? [[from, to]] : [];
}
