import { added } from './added.js';
import { isSame, mix, type Alike } from './alike.js';
import { matchedAt } from './trie-names.js';
import type { TrieNode } from './trie-node.js';
import { isShared, knowsNames } from './trie-positions.js';

/** What an index knows of one folder. Folders that the patterns cannot tell apart share one state. */
export interface IndexState {
  readonly id: number;
  /** The patterns that match everything below the folder, ascending. */
  readonly below: readonly number[];
  /** The patterns that match every file right in the folder, ascending; `below` is among them. */
  readonly files: readonly number[];
  /** Every file right in the folder has the same answer, `files`. */
  readonly fixed: boolean;
  /** Positions in the patterns that are still open. */
  readonly open: readonly TrieNode[];
  /** Those of them where a file's name decides by more than a few whole names, but for the wide ones. */
  readonly names: NameSet;
  /** The rest of those where a file's name decides: each knows whole names only. */
  readonly literals: readonly TrieNode[];
  /** The open positions that may know a folder's name, parted in the same way as `names` and `literals`. */
  readonly folderNames: NameSet;
  readonly folderLiterals: readonly TrieNode[];
  /** The state of a folder in this one whose name no pattern knows; found when first asked for. */
  otherwise: IndexState | undefined;
  /** Another with the same hash. */
  readonly alike: IndexState | undefined;
}

/** Positions in the patterns that together decide by a name; many folders share one set. */
export interface NameSet {
  readonly id: number;
  readonly nodes: readonly TrieNode[];
}

export const noNumbers: readonly number[] = [];
const noNodes: readonly TrieNode[] = [];
const noNames: NameSet = { id: 0, nodes: noNodes };

/** Describes the folders where these positions are open. */
export type DescribeState = (
  id: number,
  below: readonly number[],
  open: readonly TrieNode[],
  above: IndexState | undefined,
  alike: IndexState | undefined,
) => IndexState;

/** `wide` is the position that is open in every folder; it is left out of all lists of names. */
export function stateDescriber(
  wide: TrieNode | undefined,
  keep: 'last' | 'all',
  join: (one: readonly number[], other: readonly number[]) => readonly number[],
): DescribeState {
  const sets = new Map<number, Alike<NameSet>>();
  let made = 0;

  function nameSet(nodes: readonly TrieNode[] | undefined, above: NameSet | undefined): NameSet {
    if (nodes === undefined) return noNames;
    if (above !== undefined && isSame(above.nodes, nodes)) return above;
    let hash = nodes.length;
    for (const { id } of nodes) hash = mix(hash, id);
    const likely = sets.get(hash);
    for (let each = likely; each !== undefined; each = each.next)
      if (isSame(each.value.nodes, nodes)) return each.value;
    if (made % mostSets === 0) sets.clear();
    made += 1;
    const value = { id: made, nodes };
    sets.set(hash, { value, next: likely });
    return value;
  }

  return (id, below, open, above, alike) => {
    const least = keep === 'last' ? (below[0] ?? -1) : -1;
    let files = below;
    let fixed = true;
    let names: TrieNode[] | undefined;
    let literals: TrieNode[] | undefined;
    let folderNames: TrieNode[] | undefined;
    let folderLiterals: TrieNode[] | undefined;
    for (const node of open) {
      if (node.loops && node.self !== undefined) files = join(files, node.self);
      if (node.any !== undefined) files = join(files, matchedAt(node.any));
      const isDecisive = node.topNamed > least;
      if (isDecisive) fixed = false;
      if (node === wide) continue;
      if (isShared(node)) {
        if (isDecisive) names = added(names, node);
        if (knowsNames(node)) folderNames = added(folderNames, node);
      } else {
        if (isDecisive) literals = added(literals, node);
        if (knowsNames(node)) folderLiterals = added(folderLiterals, node);
      }
    }
    return {
      id,
      below,
      files,
      fixed,
      open,
      names: nameSet(names, above?.names),
      literals: literals ?? noNodes,
      folderNames: nameSet(folderNames, above?.folderNames),
      folderLiterals: folderLiterals ?? noNodes,
      otherwise: undefined,
      alike,
    };
  };
}

/** The most sets that are remembered; beyond them all are forgotten and found again. */
const mostSets = 1 << 16;

/** Describes the folders where nothing is open any more. */
export function settledState(id: number, below: readonly number[]): IndexState {
  return {
    id,
    below,
    files: below,
    fixed: true,
    open: noNodes,
    names: noNames,
    literals: noNodes,
    folderNames: noNames,
    folderLiterals: noNodes,
    otherwise: undefined,
    alike: undefined,
  };
}
