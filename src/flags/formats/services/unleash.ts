import type { DataMap, DataNode } from '../../../parsers/data-tree.js';
import type { EntryReading, Flag, Rollout } from '../../flag-change.js';
import { findEntry, findMap, findScalar, listItems } from '../../find-entry.js';
import { parseNumber, parseSwitch, reachesSomeone } from '../../parse-switch.js';
import { isTeamsOnly } from '../../environment-names.js';
import { findNearMisses, findNoTruth } from '../find-faults.js';
import { entriesBeside, flagsOfList, gatherMap, type FlagFormat } from '../flag-format.js';

/** Flags as Unleash and Unleash Edge hand them to programs: `features` with `strategies`. */
export const unleash: FlagFormat = {
  shape: 'unleash',
  kind: 'flags of Unleash',
  find(root) {
    const features = findEntry(root, 'features')?.node;
    if (features?.kind !== 'list' || findEntry(root, 'featureEnvironments')) return undefined;
    const isUnleash = features.items.some((item) => findEntry(item, 'strategies', 'impressionData'));
    if (!isUnleash) return undefined;
    return { ...flagsOfList(features.items, 'name'), otherEntries: entriesBeside(root, 'features', 'version', 'meta') };
  },
  read: (node) => readStrategies(node, node, listItems(node, 'strategies')),
};

/** An export of Unleash: which flag is on where stands apart from the flags. */
export const unleashExport: FlagFormat = {
  shape: 'unleash-export',
  kind: 'an export of Unleash',
  find(root) {
    if (findEntry(root, 'featureEnvironments')?.node.kind !== 'list' || !findEntry(root, 'features')) return undefined;
    const found = flagsOfList(listItems(root, 'features'), 'name');
    const ofFlag = (list: string, key: string, at: DataNode['at']): DataNode => ({
      kind: 'list',
      at,
      items: listItems(root, list).filter(
        (item) => (findScalar(item, 'featureName') ?? findScalar(item, 'name'))?.text === key,
      ),
    });
    return {
      keyless: found.keyless,
      flags: found.flags.map(({ key, entry: { at, node } }) => ({
        key,
        entry: {
          at,
          node: gatherMap(at, [
            ['feature', node],
            ['environments', ofFlag('featureEnvironments', key, at)],
            ['strategies', ofFlag('featureStrategies', key, at)],
          ]),
        },
      })),
      otherEntries: entriesBeside(root, 'features', 'featureEnvironments', 'featureStrategies'),
    };
  },
  read(node) {
    // `find` put it there, with the name that it read in it.
    const feature = findMap(node, 'feature') as DataMap;
    const seen = listItems(node, 'environments').filter(
      (each) => !isTeamsOnly(findScalar(each, 'environment')?.text ?? ''),
    );
    const on = seen.find((each) => findScalar(each, 'enabled')?.value !== false);
    const said = readStrategies(feature, on, listItems(node, 'strategies'));
    // Some exports have them with the environment.
    const further = seen.flatMap((each) => listItems(each, 'strategies')).flatMap((each) => rolloutOf(each) ?? []);
    return { ...said, rollouts: [...said.rollouts, ...further] };
  },
};

/** A flag that is enabled serves all where it has no strategy, else whom a strategy lets through; a rollout is a number in a text. */
function readStrategies(
  feature: DataNode,
  holder: DataNode | undefined,
  strategies: readonly DataNode[],
): EntryReading & Pick<Flag, 'rollouts'> {
  const rollouts = strategies.flatMap((strategy) => rolloutOf(strategy) ?? []);
  const enabled = findScalar(holder, 'enabled');
  const variants = listItems(feature, 'variants').flatMap((variant) => findEntry(variant, 'weight')?.node ?? []);
  const total = variants.reduce((sum, weight) => sum + parseNumber(weight), 0);
  const [first] = variants;
  return {
    state: enabled ? stateOf(parseSwitch(enabled), strategies) : holder === undefined ? 'off' : 'unknown',
    rollouts,
    splits: first === undefined ? [] : [{ total: total / 10, at: first.at }],
    references: strategies.flatMap((strategy) =>
      listItems(strategy, 'segments').flatMap((segment) => (segment.kind === 'scalar' ? [segment.text] : [])),
    ),
    faults: [...findNearMisses(feature, known), ...(holder ? findNoTruth(holder, 'enabled') : [])],
  };
}

const known =
  'name type description enabled strategies variants project stale impressionData createdAt lastSeenAt dependencies archived'.split(
    ' ',
  );

function stateOf(enabled: Flag['state'], strategies: readonly DataNode[]): Flag['state'] {
  if (enabled !== 'on' || strategies.length === 0) return enabled;
  return strategies.some((strategy) => {
    const rollout = rolloutOf(strategy);
    return findScalar(strategy, 'disabled')?.value !== true && (rollout === undefined || reachesSomeone(rollout));
  })
    ? 'on'
    : 'off';
}

function rolloutOf(strategy: DataNode): Rollout | undefined {
  const percent =
    findScalar(findMap(strategy, 'parameters'), 'rollout') ?? findScalar(findMap(strategy, 'parameters'), 'percentage');
  if (percent === undefined) return undefined;
  return { percent: /^\d{1,3}(?:\.\d+)?$/.test(percent.text) ? Number(percent.text) : Number.NaN, at: percent.at };
}
