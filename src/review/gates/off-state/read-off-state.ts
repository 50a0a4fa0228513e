import type { CallExpression, JSXOpeningElement, Node, Program } from '@babel/types';
import type { FlagScenes } from '../read-flag-scenes.js';
import { everyNode } from '../child-nodes.js';
import { calleeName, chainOf } from '../flag-sense.js';
import { rangeOf } from '../range-of.js';
import { isWaitingHook } from './compare-dependencies.js';
import { createConstantOf } from './constant-of.js';
import { findAliases } from './find-aliases.js';
import { findDeclared } from './declared-names.js';
import { findDoubtful } from './find-doubtful.js';
import { findUngiven } from './find-ungiven.js';
import { findUnused } from './find-unused.js';
import { isSaid, isShown, type Above } from '../opened/is-said.js';
import { askedMembers, offeredNames } from './offered-names.js';
import { createLiveTree } from './live-tree.js';
import { injectedType } from './syntax-fields.js';
import { walkLive } from './walk-live.js';

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

export interface OffStateInput {
  readonly program: Program;
  readonly scenes: Pick<FlagScenes, 'sense' | 'answers'>;
  readonly isShownWhereOn: (opening: JSXOpeningElement) => boolean;
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

export interface OffState {
  /** Equal for two programs that nobody can tell apart, but for when hooks run again. */
  readonly tokens: readonly OffToken[];
  /** The hooks among them that wait for something, in their order. */
  readonly hooks: readonly CallExpression[];
}

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

/** What a server is told to answer at an address, which people may open: `app.use(homeRouter)`, `router.get('/home', show)`. */
function addressOf(node: Node): string | undefined {
  if (node.type !== 'ExpressionStatement' || node.expression.type !== 'CallExpression') return undefined;
  const { callee, arguments: given } = node.expression;
  if (callee.type !== 'MemberExpression' || !/^(?:use|get|post|put|patch|delete|all|route)$/.test(calleeName(callee)))
    return undefined;
  if (!/^(?:app|server|\w*router)$/i.test(calleeName(callee.object))) return undefined;
  const [first] = given;
  if (first?.type === 'StringLiteral') return first.value;
  return first?.type === 'Identifier' && /rout/i.test(first.name) ? first.name : undefined;
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

/** What a store or a tree of texts gives by its name: `$i18n.home.title`. */
function textByName(node: Node): string | undefined {
  const names: string[] = [];
  let inner = node;
  for (; inner.type === 'MemberExpression' && !inner.computed; inner = inner.object) names.unshift(calleeName(inner));
  if (inner.type !== 'Identifier' || !/^\$?(?:i18n|translations|LL)$/.test(inner.name) || names.length < 2)
    return undefined;
  return [inner.name, ...names].join('.');
}

/** The names of all entries of a program. */
function collectEntries(program: Node): ReadonlySet<string> {
  return new Set([...everyNode(program)].map(entryName).filter((name) => name !== undefined));
}

function entryName(node: Node): string | undefined {
  if (node.type === 'SwitchCase' && node.test)
    return node.test.type === 'StringLiteral' ? `case ${node.test.value}` : undefined;
  if (node.type === 'TSEnumMember') return node.id.type === 'Identifier' ? node.id.name : node.id.value;
  if (node.type === 'ObjectProperty' && node.computed) return chainOf(node.key);
  if (node.type !== 'ObjectProperty') return undefined;
  if (node.key.type === 'Identifier') return node.key.name;
  return node.key.type === 'StringLiteral' ? node.key.value : undefined;
}

/** What is in it is read by machines. */
function isQuiet(node: Node): boolean {
  if (/^(?:Import|Export(?:All|Named))/.test(node.type)) return 'source' in node && Boolean(node.source);
  if (node.type === 'CallExpression') return calleeName(node.callee) === 'require';
  if (node.type === 'TaggedTemplateExpression')
    return node.tag.type === 'Identifier' && /^(?:graphql|gql)$/.test(node.tag.name);
  return (
    node.type === 'JSXAttribute' &&
    node.name.type === 'JSXIdentifier' &&
    /^(?:class(?:Name)?|id|key|ref|style|type|name|role|variant|size|color|as|to|href|src|htmlFor|target|rel|data-.*)$/.test(
      node.name.name,
    )
  );
}

function wordsOf(node: Node, parent: Node | undefined): string | undefined {
  if (node.type === 'MemberExpression') return parent?.type === 'MemberExpression' ? undefined : textByName(node);
  if (node.type === 'StringLiteral') return node.value;
  if (node.type === 'JSXText') return node.value;
  if (node.type === 'TemplateElement') return node.value.raw;
  return undefined;
}
