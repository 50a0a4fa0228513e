import { surplus } from '../off-state/compare-off-states.js';
import type { OffToken } from '../off-state/tokens/read-live-tokens.js';

/** What a program was before the change, with the flag on and off, and what it is while it is off now. */
export interface OpenedInput {
  readonly wasOn: readonly OffToken[];
  readonly wasOff: readonly OffToken[];
  readonly isOff: readonly OffToken[];
}

/** So great a part of what stood behind the flag is there without it now. */
const part = 0.5;

/**
 * Is there for everyone now what was there only where the flag was on, be it words or what the program does? Not where another condition than before stands anywhere: that
 * may ask for the flag by another name.
 */
export function isOpened({ wasOn, wasOff, isOff }: OpenedInput): boolean {
  const behind = namesOf(surplus(wasOn, wasOff, isNamed));
  if (behind.size === 0 || countConditions(isOff) > countConditions(wasOn)) return false;
  const come = namesOf(surplus(isOff, wasOff, isNamed));
  return [...behind].filter((name) => come.has(name)).length >= part * behind.size;
}

/** Words, elements and names, and no signs. */
function isNamed({ text }: OffToken): boolean {
  return /^(?:["<@]|(?:name|value):"|[\p{Ll}_][\p{L}\p{N}_]|\p{Lu}[\p{L}\p{N}_]*$)/u.test(text) && !isSyntax(text);
}

function isSyntax(text: string): boolean {
  return /^(?:[A-Z]\w*(?:Expression|Statement|Declaration|Declarator|Literal|Pattern|Property|Element|Specifier|Attribute|Container|Identifier|Fragment)|Identifier|JSX\w+|TS[A-Z]\w+|operator:.*|\w+[[\]].*|if|else|end|unless)$/.test(
    text,
  );
}

function namesOf(tokens: readonly OffToken[]): ReadonlySet<string> {
  return new Set(tokens.map(({ text }) => text));
}

function countConditions(tokens: readonly OffToken[]): number {
  return tokens.filter(({ text }) =>
    /^(?:(?:Conditional|Logical)Expression|(?:If|Switch)Statement|if|unless|elsif|elif|case|when|else)$/.test(text),
  ).length;
}
