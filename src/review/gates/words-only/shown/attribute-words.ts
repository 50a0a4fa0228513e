import type { Expression, JSXElement, StringLiteral } from '@babel/types';
import type { Region } from '../../gated-regions.js';
import { rangeOf } from '../../range-of.js';
import { acts } from '../element-names.js';
import { isMachine } from '../jsx-elements.js';
import { isLabel } from './label-words.js';
import { showsAttribute } from './shown-names.js';

/** Where a tag of JSX says words by its attributes, also by strings that a condition chooses from. */
export function attributeWords(element: JSXElement, text: string): readonly Region[] {
  return shownValues(element, text).flatMap((value): readonly Region[] => {
    const [from, to] = rangeOf(value);
    // No sign of it is written out.
    const isPlain = value.type === 'StringLiteral' && text.slice(from + 1, to - 1) === value.value;
    return isPlain && isLabel(value.value) ? [[from, to]] : [];
  });
}

/** What the attributes of a tag come to that people read. */
export function shownValues(element: JSXElement, text: string): readonly (Expression | StringLiteral)[] {
  const { openingElement } = element;
  const tag = text.slice(...rangeOf(openingElement));
  const called = text.slice(...rangeOf(openingElement.name));
  const isOdd = isMachine(element) || acts.test(called);
  return openingElement.attributes.flatMap((each): readonly Expression[] => {
    if (each.type !== 'JSXAttribute' || each.name.type !== 'JSXIdentifier') return [];
    const { value, name } = each;
    if (value === undefined || value === null || !showsAttribute(called, name.name, tag, isOdd)) return [];
    if (value.type === 'StringLiteral') return [value];
    return value.type === 'JSXExpressionContainer' && value.expression.type !== 'JSXEmptyExpression'
      ? shownOf(value.expression)
      : [];
  });
}

/** What an expression may come to, as far as nothing else is done with it. */
export function shownOf(node: Expression): readonly Expression[] {
  if (node.type === 'ConditionalExpression') return [...shownOf(node.consequent), ...shownOf(node.alternate)];
  return node.type === 'LogicalExpression' ? shownOf(node.right) : [node];
}
