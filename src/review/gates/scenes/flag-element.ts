import type { Identifier, JSXAttribute, JSXElement, JSXOpeningElement } from '@babel/types';
import { isFlagElement, type FlagSense } from '../../../flags/flag-calls.js';
import { literalOf, textOf } from '../flag-sense.js';

/** Does an element show what is in it where the flag is on, and nowhere else? A function in it decides by itself. */
export function isShownWhereOn(element: JSXElement, keys: ReadonlySet<string>): boolean {
  return senseOfElement(element.openingElement, keys) === 'on' && askedOf(element) === undefined;
}

/** Where an element that names the flag shows what is in it; `value` where nobody can tell, `undefined` where it names none. */
export function senseOfElement(opening: JSXOpeningElement, keys: ReadonlySet<string>): FlagSense | undefined {
  const { name, attributes } = opening;
  if (name.type !== 'JSXIdentifier' || !namesFlag(opening, keys)) return undefined;
  if (!isFlagElement(name.name)) return 'value';
  const senses = attributes.map((each) => (each.type === 'JSXAttribute' ? senseOfAttribute(each) : 'value'));
  if (senses.includes('value')) return 'value';
  // What is turned round twice is as it was.
  return senses.filter((sense) => sense === 'off').length % 2 === 0 ? 'on' : 'off';
}

/** What the first parameter of the function stands for that such an element holds: `{(isEnabled) => …}`. */
export function askedOf({ children }: JSXElement): Identifier | undefined {
  const held = children.filter((each) => each.type !== 'JSXText' || each.value.trim() !== '');
  const [only] = held;
  if (held.length !== 1 || only?.type !== 'JSXExpressionContainer') return undefined;
  const { expression } = only;
  if (expression.type !== 'ArrowFunctionExpression' && expression.type !== 'FunctionExpression') return undefined;
  const [first] = expression.params;
  return first?.type === 'Identifier' ? first : undefined;
}

/** They say where something is or what it shows, and never which flag is meant. */
const others =
  /^(?:id|key|ref|class(?:Name)?|href|to|src|path|route|slug|title|label|alt|text|heading|style|role|testI[dD])$|^(?:data|aria)-/;

/** Does an element that is called after flags name one of `keys`? */
function namesFlag({ name, attributes }: JSXOpeningElement, keys: ReadonlySet<string>): boolean {
  if (name.type !== 'JSXIdentifier' || !/flag|feature|toggle|gate/i.test(name.name)) return false;
  return attributes.some((each) => {
    if (each.type !== 'JSXAttribute' || each.name.type !== 'JSXIdentifier' || !each.value) return false;
    if (others.test(each.name.name)) return false;
    const value = each.value.type === 'JSXExpressionContainer' ? each.value.expression : each.value;
    const text = textOf(value, keys);
    return text !== undefined && keys.has(text);
  });
}

const negations =
  /^(?:negated?|not|invert(?:ed)?|inverse|off|reversed?|unless|disabled|when(?:Off|Disabled)|is(?:Off|Disabled))$/i;
const affirmations = /^(?:match(?:Value)?|on|enabled|active|when(?:On|Enabled)|is(?:On|Enabled|Active))$/i;

/** How the element waits and what it counts. */
const idle = /^(?:default\w*|strict|suspense\w*|suspend\w*|track\w*|debug|lazy|auto[uU]pdate)$/;

/** `negate`, `inverse`, `matchValue={false}`, `match="control"`; a word that stands alone may mean anything. */
function senseOfAttribute(attribute: JSXAttribute): FlagSense {
  const name = attribute.name.type === 'JSXIdentifier' ? attribute.name.name : '';
  const value = attribute.value?.type === 'JSXExpressionContainer' ? attribute.value.expression : attribute.value;
  const is = literalOf(value ?? undefined);
  const isBare = attribute.value === null || attribute.value === undefined;
  if (negations.test(name)) return isBare || is === true ? 'off' : is === false ? 'on' : 'value';
  if (affirmations.test(name)) return isBare || is === true ? 'on' : is === false ? 'off' : 'value';
  return (isBare || typeof is === 'boolean') && !idle.test(name) ? 'value' : 'on';
}
