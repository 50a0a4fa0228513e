import type { CallExpression, Node } from '@babel/types';
import { everyNode } from '../child-nodes.js';
import { calleeName, type Sense } from '../flag-sense.js';
import { rangeOf } from '../range-of.js';

/** Is a call one of a hook that waits for the list at its end, or for every round where there is none? */
export function isWaitingHook(node: Node): node is CallExpression {
  return (
    node.type === 'CallExpression' && /^use(?:\w*Effect|Memo|Callback|ImperativeHandle)$/.test(calleeName(node.callee))
  );
}

/** Hooks of a program in their order, with its text. */
export interface WaitingHooks {
  readonly hooks: readonly CallExpression[];
  readonly text: string;
  readonly sense: Sense;
}

/**
 * The first hook that no longer waits for what it waited for, or waits for something else besides; `undefined` where none does. The flag itself, and what
 * only the part behind it uses, may be added: the part that everyone has runs as often as before. Both programs have the same hooks in the same order.
 */
export function findOtherWait(was: WaitingHooks, is: WaitingHooks): CallExpression | undefined {
  return is.hooks.find((now, index) => {
    const before = was.hooks[index];
    return before === undefined || !waitsAsBefore(waitOf(before, was), waitOf(now, is), before, now);
  });
}

/** What is waited for, by its text; `undefined` for every round. */
type Wait = ReadonlyMap<string, Node> | undefined;

function waitOf({ arguments: given }: CallExpression, { text, sense }: WaitingHooks): Wait {
  const last = given.at(-1);
  if (given.length < 2 || last?.type !== 'ArrayExpression') return undefined;
  const elements = last.elements.filter((each) => each !== null && sense(each) === undefined) as Node[];
  return new Map(elements.map((each) => [text.slice(...rangeOf(each)), each]));
}

function waitsAsBefore(was: Wait, is: Wait, before: CallExpression, now: CallExpression): boolean {
  if (was === undefined || is === undefined) return was === is;
  if ([...was.keys()].some((name) => !is.has(name))) return false;
  return [...is].every(([name, node]) => was.has(name) || isOfNewPart(node, before, now));
}

/** Does the hook name it only now? */
function isOfNewPart(node: Node, before: CallExpression, now: CallExpression): boolean {
  const names = namesIn(node);
  const [old, own] = [before, now].map(
    ({ arguments: given }) => new Set(given.slice(0, -1).flatMap((each) => [...namesIn(each)])),
  );
  return [...names].some((name) => own?.has(name) === true && old?.has(name) === false);
}

function namesIn(node: Node): ReadonlySet<string> {
  return new Set([...everyNode(node)].flatMap((each) => (each.type === 'Identifier' ? [each.name] : [])));
}
