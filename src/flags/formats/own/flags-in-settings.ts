import type { DataEntry, DataMap, DataNode } from '../../../parsers/data-tree.js';
import { isEnvironment } from '../../environment-names.js';
import { gatherMap, type FlagFormat, type PlacedFlag } from '../flag-format.js';
import { isSwitchName } from '../switch-names.js';
import { readHomeMadeEntry } from './read-home-made-entry.js';
import { unwrap } from './unwrap.js';

/** What holds flags by its name alone, wherever it stands. */
const wrapper = /^(?:featureflags?|featuretoggles?|featureswitch(?:es)?|featuregates?)$/;
const deepest = 6;

interface Holder {
  readonly path: readonly string[];
  readonly map: DataMap;
}

/** Flags that lie deep in an app's settings (`networks.mainnet.config.FEATURE_FLAGS`), each with what every place says of it. */
export const flagsInSettings: FlagFormat = {
  shape: 'flags-map',
  kind: 'settings of an app with flags among them',
  find(root) {
    if (root.kind !== 'map' || unwrap(root).wrapped) return undefined;
    const holders = holdersIn(root, []);
    if (holders.length === 0) return undefined;
    return {
      flags: gather(holders),
      otherEntries: root.entries.map((entry) => ({ ...entry, node: withoutFlags(entry.node) })),
      amongSettings: true,
    };
  },
  read: readHomeMadeEntry,
};

function isWrapper(key: string): boolean {
  return wrapper.test(key.toLowerCase().replaceAll(/[-_ .]/g, ''));
}

/** The maps of flags below; what says itself whether it is on is a flag, and not where flags lie. */
function holdersIn(node: DataNode, path: readonly string[]): readonly Holder[] {
  if (node.kind !== 'map' || path.length > deepest) return [];
  if (node.entries.some(({ key, node: child }) => child.kind === 'scalar' && isSwitchName(key))) return [];
  return node.entries.flatMap((entry) =>
    isHolder(entry) ? mapsIn(entry.node).map((map) => ({ path, map })) : holdersIn(entry.node, [...path, entry.key]),
  );
}

/** A wrapper may have another one in it. */
function mapsIn(node: DataMap): readonly DataMap[] {
  return unwrap(node).holders.flatMap((each) => (each.kind === 'map' ? [each] : []));
}

function isHolder(entry: DataEntry): entry is DataEntry & { readonly node: DataMap } {
  return isWrapper(entry.key) && entry.node.kind === 'map';
}

function gather(holders: readonly Holder[]): readonly PlacedFlag[] {
  const found = new Map<string, { readonly at: DataNode['at']; readonly said: [string, DataNode][] }>();
  for (const { path, map } of holders) {
    const place = path.find(isEnvironment) ?? path.join('.');
    for (const { key, at, node } of map.entries) {
      const flag = found.get(key) ?? { at, said: [] };
      flag.said.push([place, node]);
      found.set(key, flag);
    }
  }
  return [...found].map(([key, { at, said }]) => {
    const [only] = said;
    return {
      key,
      entry: { at, node: said.length === 1 && only && !isEnvironment(only[0]) ? only[1] : gatherMap(at, said) },
    };
  });
}

function withoutFlags(node: DataNode): DataNode {
  if (node.kind !== 'map') return node;
  return {
    ...node,
    entries: node.entries
      .filter((entry) => !isHolder(entry))
      .map((entry) => ({ ...entry, node: withoutFlags(entry.node) })),
  };
}
