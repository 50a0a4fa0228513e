import type { DataMap, DataNode } from '../../../parsers/data-tree.js';
import type { EntryReading, Rollout } from '../../flag-change.js';
import { findEntry, findScalar, listItems } from '../../find-entry.js';
import { parseNumber, parseSwitch, reachesSomeone } from '../../parse-switch.js';
import { findNearMisses } from '../find-faults.js';
import { entriesBeside, flagsOfList, gatherMap, type FlagFormat, type PlacedFlag } from '../flag-format.js';

/** The file of Split's localhost mode in YAML: a list of `- new-home: {treatment: "off"}`, where a flag may stand once for each list of people. */
export const splitLocalhost: FlagFormat = {
  shape: 'split',
  kind: 'flags of Split in its localhost mode',
  find(root) {
    if (root.kind !== 'list' || root.items.length === 0) return undefined;
    const entries = root.items.flatMap((item) =>
      item.kind === 'map' && item.entries.length === 1 ? item.entries : [],
    );
    if (entries.length < root.items.length || !entries.some(({ node }) => findScalar(node, 'treatment')))
      return undefined;
    const flags = new Map<string, { readonly at: DataNode['at']; readonly said: [string, DataNode][] }>();
    for (const { key, at, node } of entries) {
      const flag = flags.get(key) ?? { at, said: [] };
      flag.said.push([`${flag.said.length + 1}`, node]);
      flags.set(key, flag);
    }
    return {
      flags: [...flags].map(([key, { at, said }]): PlacedFlag => ({ key, entry: { at, node: gatherMap(at, said) } })),
    };
  },
  read(node) {
    // `find` gathered them.
    const said = (node as DataMap).entries.map((entry) => entry.node);
    const treatments = said.map((each) => findScalar(each, 'treatment'));
    return {
      state: treatments.some((each) => each !== undefined && !isOffTreatment(each.text))
        ? 'on'
        : treatments.includes(undefined)
          ? 'unknown'
          : 'off',
      faults: said.flatMap((each) => findNearMisses(each, ['treatment', 'keys', 'config'])),
    };
  },
};

/** Flags as Split's service hands them to programs: `splits` with `conditions` that share people among treatments. */
export const split: FlagFormat = {
  shape: 'split',
  kind: 'flags of Split',
  find(root) {
    const items = listItems(root, 'splits');
    if (!items.some((item) => findEntry(item, 'defaultTreatment'))) return undefined;
    return { ...flagsOfList(items, 'name'), otherEntries: entriesBeside(root, 'splits', 'since', 'till') };
  },
  read: readSplit,
};

/** Killed, it serves its default treatment alone. */
function readSplit(node: DataNode): EntryReading {
  const shares = listItems(node, 'conditions').map((condition) => listItems(condition, 'partitions').map(shareOf));
  const fallback = findScalar(node, 'defaultTreatment');
  const killed = findScalar(node, 'killed');
  const isKilled = killed !== undefined && parseSwitch(killed) === 'on';
  const serves = shares.flat().some((share) => !isOffTreatment(share.treatment) && reachesSomeone(share));
  const falls = fallback === undefined || !isOffTreatment(fallback.text);
  return {
    state: falls || (!isKilled && serves) ? 'on' : 'off',
    rollouts: shares.flat().map(({ percent, at }) => ({ percent, at })),
    splits: shares.flatMap((each) =>
      each[0] === undefined ? [] : [{ total: each.reduce((sum, { percent }) => sum + percent, 0), at: each[0].at }],
    ),
  };
}

function shareOf(partition: DataNode): Rollout & { readonly treatment: string } {
  const size = findEntry(partition, 'size')?.node;
  return {
    treatment: findScalar(partition, 'treatment')?.text ?? '',
    percent: size ? parseNumber(size) : Number.NaN,
    at: (size ?? partition).at,
  };
}

function isOffTreatment(name: string): boolean {
  return /^(?:off|control|false|none|disabled|)$/i.test(name);
}
