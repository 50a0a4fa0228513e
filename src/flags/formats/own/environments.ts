import type { DataMap, DataNode } from '../../../parsers/data-tree.js';
import { isEnvironment } from '../../environment-names.js';
import { gatherMap, type FlagFormat, type PlacedFlag } from '../flag-format.js';
import { readHomeMadeEntry } from './read-home-made-entry.js';
import { isSwitchName } from '../switch-names.js';
import { unwrap } from './unwrap.js';

/** Flags by environment (`production: {new-home: false}`): each flag is what all environments say of it. */
export const flagsByEnvironment: FlagFormat = {
  shape: 'environments',
  kind: 'flags by environment',
  find(root) {
    if (root.kind !== 'map') return undefined;
    const { holders, rest } = unwrap(root);
    const [map] = holders;
    if (map?.kind !== 'map' || holders.length > 1 || map.entries.length === 0) return undefined;
    if (!map.entries.every(({ key, node }) => isEnvironment(key) && mayHoldFlags(node))) return undefined;
    if (!map.entries.some(({ node }) => node.kind === 'map')) return undefined;
    return { flags: flagsIn(map), otherEntries: rest };
  },
  read: readHomeMadeEntry,
};

/** An environment has flags in it, or nothing; a flag that is called as an environment is has switches. */
function mayHoldFlags(node: DataNode): boolean {
  if (node.kind === 'scalar') return node.value === null;
  return node.kind === 'map' && !node.entries.some((entry) => entry.node.kind === 'scalar' && isSwitchName(entry.key));
}

function flagsIn(map: DataMap): readonly PlacedFlag[] {
  const parts = new Map<string, { readonly at: DataNode['at']; readonly said: [string, DataNode][] }>();
  for (const { key: environment, node } of map.entries) {
    const holders = node.kind === 'map' ? unwrap(node).holders : [];
    for (const { key, at, node: value } of holders.flatMap((holder) => (holder.kind === 'map' ? holder.entries : []))) {
      const flag = parts.get(key) ?? { at, said: [] };
      flag.said.push([environment, value]);
      parts.set(key, flag);
    }
  }
  return [...parts].map(([key, { at, said }]) => ({ key, entry: { at, node: gatherMap(at, said) } }));
}
