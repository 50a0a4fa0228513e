import type { DataEntry, DataList, DataMap, DataNode } from '../../../parsers/data-tree.js';
import { isSwitchName } from '../switch-names.js';

export interface Unwrapped {
  /** What holds the flags: maps by key, or lists. */
  readonly holders: readonly (DataMap | DataList)[];
  /** What stands beside the wrappers. */
  readonly rest: readonly DataEntry[];
  readonly wrapped: boolean;
}

const wrapper =
  /^(?:feature|boolean|string|numeric|object)?(?:flags?|toggles?|switch(?:es)?|gates?|management)$|^features?$|^experiments?$/;
const deepest = 6;

/** Takes off what only wraps (`feature_flags:`, `features:`, `featureFlags: {flags: …}`): the name of a wrapper is never a flag's. */
export function unwrap(root: DataMap | DataList, depth = 0): Unwrapped {
  if (root.kind === 'list') return { holders: [root], rest: [], wrapped: depth > 0 };
  const found = depth < deepest ? root.entries.filter(({ key, node }) => isWrapper(key, node)) : [];
  if (found.length === 0) return { holders: [root], rest: [], wrapped: depth > 0 };
  const inner = found.map(({ node }) => unwrap(node as DataMap | DataList, depth + 1));
  return {
    holders: inner.flatMap(({ holders }) => holders),
    rest: [...root.entries.filter((entry) => !found.includes(entry)), ...inner.flatMap(({ rest }) => rest)],
    wrapped: true,
  };
}

function isWrapper(key: string, node: DataNode): boolean {
  if (!wrapper.test(key.toLowerCase().replaceAll(/[-_ .]/g, ''))) return false;
  if (node.kind === 'map')
    return !node.entries.some((entry) => entry.node.kind === 'scalar' && isSwitchName(entry.key));
  return node.kind === 'list';
}
