import type { JSXElement, JSXOpeningElement, Node, Program } from '@babel/types';
import type { FlagScenes } from '../read-flag-scenes.js';
import { everyNode } from '../child-nodes.js';
import { calleeName } from '../flag-sense.js';
import { createConstantOf } from './constant-of.js';
import { findAliases } from './find-aliases.js';
import { findDeclared } from './declared-names.js';
import { findDoubtful } from './find-doubtful.js';
import { findUngiven } from './find-ungiven.js';
import { findUnused } from './find-unused.js';
import { askedMembers, offeredNames } from './offered-names.js';
import { createLiveTree } from './live-tree.js';
import { readLiveTokens, type OffState } from './tokens/read-live-tokens.js';

export interface OffStateInput {
  readonly program: Program;
  readonly scenes: Pick<FlagScenes, 'sense' | 'answers'>;
  readonly isShownWhereOn: (element: JSXElement) => boolean;
  readonly isSilent?: (opening: JSXOpeningElement) => boolean;
  readonly properties: ReadonlySet<string>;
  /** What it is compared with: the program before the change. */
  readonly before?: Program | undefined;
  /** What it becomes: what it does not offer any more nobody takes. */
  readonly after?: Program | undefined;
  /** What it is while the flag is on instead. */
  readonly isOn?: boolean;
}

/** More rounds of taking away what nothing uses are not made. */
const mostRounds = 12;

/** What a program is while the flag is off, without types, comments and what nothing uses then. */
export function readOffState({
  program,
  scenes,
  isShownWhereOn,
  isSilent = () => false,
  properties,
  before,
  after,
  isOn = false,
}: OffStateInput): OffState {
  const constantOf = createConstantOf(scenes.sense, isOn, findDeclared(program), findDoubtful(program, scenes));
  const removed = new Set<Node>();
  const aliases =
    before === undefined
      ? new Map<string, Node>()
      : new Map([...findAliases(program, before, constantOf), ...findUngiven(program, before)]);
  const names = {
    before: offeredNames(before ?? after ?? program),
    now: offeredNames(program),
    asked: askedMembers(program),
  };
  const opensFilters = before !== undefined && !filtersNothing(before);
  const open = () =>
    createLiveTree({ constantOf, removed, aliases, properties, isShownWhereOn, isSilent, isOn, opensFilters });
  let tree = open();
  /** What is read where the flag is on, and worked out by a hook all the same. */
  let unread: ReadonlySet<Node> = new Set();
  let unused: ReadonlySet<Node> = new Set();
  for (let round = 0; round < mostRounds; round++) {
    const { idle, hooked, unread: values } = findUnused(program, tree, names);
    unread = new Set(hooked);
    unused = new Set(values);
    if (idle.length === 0) break;
    for (const each of idle) removed.add(each);
    tree = open();
  }
  return readLiveTokens(program, tree, { before, unread, unused });
}

/** Does a program have `[…].filter(Boolean)`? */
function filtersNothing(program: Program): boolean {
  for (const node of everyNode(program)) {
    if (node.type !== 'CallExpression' || calleeName(node.callee) !== 'filter') continue;
    const [by] = node.arguments;
    if (by?.type === 'Identifier' && by.name === 'Boolean') return true;
  }
  return false;
}
