import type { JSXOpeningElement } from '@babel/types';
import { isFlagElement } from '../../../flags/flag-calls.js';
import { literalOf, textOf } from '../flag-sense.js';

/** Does an element show what is in it where the flag is on, and nowhere else? */
export function isShownWhereOn(opening: JSXOpeningElement, keys: ReadonlySet<string>): boolean {
  const { name } = opening;
  return (
    name.type === 'JSXIdentifier' && isFlagElement(name.name) && namesFlag(opening, keys) && !isTurnedRound(opening)
  );
}

/** They say where something is or what it shows, and never which flag is meant. */
const others =
  /^(?:id|key|ref|class(?:Name)?|href|to|src|path|route|slug|title|label|alt|text|heading|style|role|testI[dD])$|^(?:data|aria)-/;

/** Does an element that is called after flags name one of `keys`? */
export function namesFlag({ name, attributes }: JSXOpeningElement, keys: ReadonlySet<string>): boolean {
  if (name.type !== 'JSXIdentifier' || !/flag|feature|toggle|gate/i.test(name.name)) return false;
  return attributes.some((each) => {
    if (each.type !== 'JSXAttribute' || each.name.type !== 'JSXIdentifier' || !each.value) return false;
    if (others.test(each.name.name)) return false;
    const value = each.value.type === 'JSXExpressionContainer' ? each.value.expression : each.value;
    const text = textOf(value, keys);
    return text !== undefined && keys.has(text);
  });
}

/** `negate`, `matchValue={false}`, `match="control"`. */
export function isTurnedRound({ attributes }: JSXOpeningElement): boolean {
  return attributes.some((each) => {
    if (each.type !== 'JSXAttribute') return true;
    const name = each.name.type === 'JSXIdentifier' ? each.name.name : '';
    const value = each.value?.type === 'JSXExpressionContainer' ? each.value.expression : each.value;
    const is = literalOf(value ?? undefined);
    if (/^(?:negate|not|invert|inverted|off|reverse)$/i.test(name)) return is !== false;
    return /^match(?:Value)?$/.test(name) && is !== true;
  });
}
