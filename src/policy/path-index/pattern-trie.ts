import { append } from './append.js';
import type { PathPattern, SegmentPattern } from '../globs/path-pattern.js';

/** A position within patterns: all patterns that begin with the same segments share it. Numbers are patterns' numbers. */
export interface TrieNode {
  /** Stays where it is over any segment: the node stands behind a `**`. */
  readonly loops: boolean;
  /** The patterns that match the path that ends here. */
  self: number[] | undefined;
  /** The patterns that match everything below here. */
  below: number[] | undefined;
  /** The highest number of any pattern that passes through here. */
  top: number;
  /** The highest number that a name right here may match, but for what any name matches; or -1. */
  topNamed: number;
  literals: Map<string, TrieNode> | undefined;
  /** The child that any segment leads to. */
  any: TrieNode | undefined;
  globstar: TrieNode | undefined;
  suffixes: Wildcards | undefined;
  /** All other wildcards; those that may begin with anything have the prefix ''. */
  prefixes: Wildcards | undefined;
}

/** Children by the end or the beginning of names, and how long those are. */
interface Wildcards {
  readonly lengths: number[];
  readonly byText: Map<string, Map<Wildcard, TrieNode>>;
}

type Wildcard = SegmentPattern & { readonly kind: 'wildcard' };

/** Joins the patterns into one tree; gives its root. A pattern's number is its place in the list. */
export function buildTrie(patterns: readonly PathPattern[]): TrieNode {
  const root = createNode(false);
  patterns.forEach((pattern, number) => insert(root, pattern, number));
  return root;
}

/** The nodes that the segment leads to from `node` by its name: neither `any` nor what loops. */
export function findNamed({ literals, suffixes, prefixes }: TrieNode, segment: string, found: TrieNode[]): void {
  const child = literals?.get(segment);
  if (child !== undefined) found.push(child);
  const { length } = segment;
  for (const end of suffixes?.lengths ?? noLengths)
    if (end <= length) collect(suffixes?.byText.get(segment.slice(length - end)), segment, found);
  for (const start of prefixes?.lengths ?? noLengths)
    if (start <= length) collect(prefixes?.byText.get(segment.slice(0, start)), segment, found);
}

/** Whether a name may lead on from here. */
export function knowsNames({ literals, suffixes, prefixes }: TrieNode): boolean {
  return literals !== undefined || suffixes !== undefined || prefixes !== undefined;
}

/** Every child of a node, however it is led to. */
export function childrenOf({ literals, any, globstar, suffixes, prefixes }: TrieNode): TrieNode[] {
  const wildcards = [suffixes, prefixes].flatMap((each) => [...(each?.byText.values() ?? [])]);
  return [
    ...(literals?.values() ?? []),
    ...wildcards.flatMap((each) => [...each.values()]),
    ...[any, globstar].filter((child) => child !== undefined),
  ];
}

const noLengths: readonly number[] = [];

function createNode(loops: boolean): TrieNode {
  return {
    loops,
    self: undefined,
    below: undefined,
    top: -1,
    topNamed: -1,
    literals: undefined,
    any: undefined,
    globstar: undefined,
    suffixes: undefined,
    prefixes: undefined,
  };
}

function insert(root: TrieNode, { segments, self, below }: PathPattern, number: number): void {
  let node = root;
  /** The node where the last name is looked up; `**` after it may stand for nothing. */
  let named: TrieNode | undefined;
  node.top = number;
  for (const segment of segments) {
    if (segment.kind !== 'globstar') named = segment.kind === 'wildcard' && segment.suffix === '' ? undefined : node;
    node = childFor(node, segment);
    node.top = number;
  }
  if (self && named !== undefined) named.topNamed = number;
  if (self) node.self = append(node.self, number);
  if (below) node.below = append(node.below, number);
}

function childFor(node: TrieNode, segment: SegmentPattern): TrieNode {
  if (segment.kind === 'literal') return childAt((node.literals ??= new Map<string, TrieNode>()), segment.text);
  if (segment.kind === 'globstar') return node.loops ? node : (node.globstar ??= createNode(true));
  const { suffix, prefix = '' } = segment;
  if (suffix === '') return (node.any ??= createNode(false));
  const text = suffix ?? prefix;
  const wildcards =
    suffix === undefined ? (node.prefixes ??= createWildcards()) : (node.suffixes ??= createWildcards());
  if (!wildcards.lengths.includes(text.length)) wildcards.lengths.push(text.length);
  let children = wildcards.byText.get(text);
  if (children === undefined) wildcards.byText.set(text, (children = new Map<Wildcard, TrieNode>()));
  // A suffix says all that there is to say of the wildcard, whatever object it is.
  return childAt(children, suffix === undefined ? segment : (children.keys().next().value ?? segment));
}

function createWildcards(): Wildcards {
  return { lengths: [], byText: new Map() };
}

function childAt<K>(children: Map<K, TrieNode>, key: K): TrieNode {
  const found = children.get(key);
  if (found !== undefined) return found;
  const child = createNode(false);
  children.set(key, child);
  return child;
}

/** Each wildcard is tested once for all patterns that share it. */
function collect(likely: ReadonlyMap<Wildcard, TrieNode> | undefined, segment: string, found: TrieNode[]): void {
  if (likely !== undefined) for (const [wildcard, node] of likely) if (wildcard.test(segment)) found.push(node);
}
