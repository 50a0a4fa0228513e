import type { CallExpression, Node, Program } from '@babel/types';
import { rangeOf } from '../../range-of.js';
import { isSaid, isShown, type Above } from '../../opened/is-said.js';
import { isWaitingHook } from '../compare-dependencies.js';
import type { LiveTree } from '../live-tree.js';
import { injectedType } from '../syntax-fields.js';
import { walkLive } from '../walk-live.js';
import { collectEntries, entryName } from './entry-names.js';
import { addressOf, isQuiet, wordsOf } from './node-words.js';

/** One part of what a program is while the flag is off. */
export interface OffToken {
  readonly text: string;
  /** Offset in the program. */
  readonly at: number;
  /** May it be something that people see: words, or an element? */
  readonly isSeen: boolean;
  /** Is it so for certain, by where it stands? */
  readonly isSure: boolean;
  /** Is it in an entry that a list or a `switch` did not have before? Nobody meets it who does not ask for it by its name. */
  readonly isNewEntry: boolean;
}

export interface OffState {
  /** Equal for two programs that nobody can tell apart, but for when hooks run again. */
  readonly tokens: readonly OffToken[];
  /** The hooks among them that wait for something, in their order. */
  readonly hooks: readonly CallExpression[];
}

interface TokensInput {
  /** What it is compared with: the program before the change. */
  readonly before: Program | undefined;
  /** What is read where the flag is on, and worked out by a hook all the same. */
  readonly unread: ReadonlySet<Node>;
  /** What nobody uses, though it may be worked out. */
  readonly unused: ReadonlySet<Node>;
}

/** The parts of a program that are left in its live tree, in their order. */
export function readLiveTokens(program: Program, tree: LiveTree, { before, unread, unused }: TokensInput): OffState {
  const tokens: OffToken[] = [];
  const hooks: CallExpression[] = [];
  const entries = before === undefined ? undefined : collectEntries(before);
  let newEntries = 0;
  const add = (text: string, at: number, isSeen = false, isSure = isSeen): void =>
    void tokens.push({
      text,
      at,
      isSeen: isSeen && quiet === 0,
      isSure: isSeen && isSure && quiet === 0 && !above.some(({ node }) => unused.has(node)),
      isNewEntry: newEntries > 0,
    });
  const isNewEntry = (node: Node): boolean => {
    const name = entries && entryName(node);
    return name !== undefined && entries?.has(name) === false;
  };
  /** How deep we are in something whose words nobody reads. */
  let quiet = 0;
  const above: Above[] = [];
  walkLive(tree, program, {
    enter(node, parent, field) {
      const [at] = rangeOf(node);
      if (unread.has(node) || isQuiet(node)) quiet++;
      if (isNewEntry(node)) newEntries++;
      if (isWaitingHook(node)) hooks.push(node);
      const injected = injectedType(node, parent, field);
      if (injected !== undefined) add(`: ${injected}`, at);
      const address = addressOf(node);
      if (address !== undefined) add(`@${address}`, at, true);
      const words = wordsOf(node, parent);
      if (words !== undefined) {
        const isText = node.type === 'MemberExpression';
        add(`"${words}"`, at, /\p{L}/u.test(words), isText || isSaid(words, field, above));
        return true;
      }
      const isElement = parent?.type === 'JSXOpeningElement' && field === 'name' && node.type === 'JSXIdentifier';
      add(isElement ? `<${node.name}` : node.type, at, isElement, isElement && isShown(node.name));
      if (!isElement) above.push({ node, field });
      return isElement;
    },
    value(node, field, value) {
      if (value === false) return;
      add(
        /^[[\]]/.test(String(value)) ? `${field}${String(value)}` : `${field}:${JSON.stringify(value)}`,
        rangeOf(node)[0],
      );
    },
    leave(node) {
      above.pop();
      add('.', rangeOf(node)[0]);
      if (unread.has(node) || isQuiet(node)) quiet--;
      if (isNewEntry(node)) newEntries--;
    },
  });
  return { tokens, hooks };
}
