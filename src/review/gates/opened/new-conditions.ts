import type { Node, Program } from '@babel/types';
import { childNodes, everyNode } from '../child-nodes.js';
import type { Sense } from '../flag-sense.js';
import type { Region } from '../gated-regions.js';
import { isPlainCondition } from '../open-way/is-plain-condition.js';
import { mayHide } from '../open-way/parts-of.js';
import { rangeOf } from '../range-of.js';
import { readRegions } from '../regions/read-text-regions.js';

/** A program before the change and now, as a text. */
export interface Texts {
  readonly before: string;
  readonly now: string;
  /** Does a condition name the flag, or an answer? */
  readonly isOfFlag: (condition: string) => boolean;
}

/**
 * The parts of a program that stand under a condition which names the flag in a way that is not understood, or which it did not have before, so that it may ask for the flag by
 * another name: a setting, what a store or a function of the team's own says, an element that may hide what is in it.
 */
export function newConditions(program: Program, { before, now, isOfFlag }: Texts, sense: Sense): readonly Region[] {
  const isNew = (test: Node): boolean => {
    const written = now.slice(...rangeOf(test));
    return sense(test) === undefined && (isOfFlag(written) || (!isPlainCondition(test) && !before.includes(written)));
  };
  const found: Region[] = [];
  for (const node of everyNode(program)) {
    if (node.type === 'ConditionalExpression' || node.type === 'IfStatement') {
      if (isNew(node.test)) found.push([rangeOf(node.test)[1], rangeOf(node)[1]]);
    } else if (node.type === 'LogicalExpression') {
      if (isNew(node.left)) found.push(rangeOf(node.right));
    } else if (node.type === 'JSXElement') {
      const { name } = node.openingElement;
      const written = now.slice(...rangeOf(node.openingElement));
      if (name.type === 'JSXIdentifier' && mayHide(name.name) && (isOfFlag(written) || !before.includes(written)))
        found.push(rangeOf(node));
    } else if (node.type === 'BlockStatement') {
      for (const each of node.body)
        if (each.type === 'IfStatement' && isNew(each.test) && leaves(each))
          found.push([rangeOf(each)[1], rangeOf(node)[1]]);
    }
  }
  return found;
}

function leaves(node: Node): boolean {
  const open = [node];
  for (let each = open.pop(); each; each = open.pop()) {
    if (/^(?:Return|Throw)Statement$/.test(each.type)) return true;
    if (!/Function|Method/.test(each.type)) open.push(...childNodes(each));
  }
  return false;
}

/** The same of a template, or of a program in another language. */
export function newTextConditions(path: string, { before, now, isOfFlag }: Texts): readonly Region[] {
  const { on, off } = readRegions(path, now, (condition) =>
    isOfFlag(condition) || !before.includes(condition) ? 'on' : undefined,
  );
  return [...on, ...off];
}

/** Is a place in one of these parts? */
export function isIn(regions: readonly Region[], at: number): boolean {
  return regions.some(([from, to]) => from <= at && at < to);
}
