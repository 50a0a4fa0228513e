import type { DataNode, DataValue } from '../../../parsers/data-tree.js';
import type { EntryReading, Rollout } from '../../flag-change.js';
import { findEntry, findMap, findScalar, listItems } from '../../find-entry.js';
import { parseNumber, parseSwitch, reachesSomeone } from '../../parse-switch.js';
import { findNearMisses } from '../find-faults.js';
import { entriesBeside, flagsOfMap, type FlagFormat } from '../flag-format.js';

/** GrowthBook’s features: a default value, and rules that can turn a feature on. */
export const growthBook: FlagFormat = {
  shape: 'growthbook',
  kind: 'features of GrowthBook',
  find(root) {
    const features = findMap(root, 'features') ?? root;
    if (features.kind !== 'map') return undefined;
    const isGrowthBook =
      features.entries.some(
        ({ node }) => findEntry(node, 'rules')?.node.kind === 'list' && findEntry(node, 'defaultValue'),
      ) && features.entries.every(({ node }) => node.kind === 'map');
    return isGrowthBook
      ? { flags: flagsOfMap(features), otherEntries: features === root ? [] : entriesBeside(root, 'features') }
      : undefined;
  },
  read: readGrowthBookEntry,
};

/** Coverage and weights are parts of 1. */
function readGrowthBookEntry(node: DataNode): EntryReading {
  const rules = listItems(node, 'rules');
  const rollouts = rules.flatMap((rule) => partOf(findEntry(rule, 'coverage')?.node) ?? []);
  const value = findScalar(node, 'defaultValue');
  const fallback =
    value === undefined
      ? findEntry(node, 'defaultValue')
        ? 'on'
        : 'off'
      : value.value === null || value.text === ''
        ? 'off'
        : parseSwitch(value);
  const opens = rules.some((rule) => {
    const part = partOf(findEntry(rule, 'coverage')?.node);
    const force = findEntry(rule, 'force')?.node;
    const given = force ? [force] : listItems(rule, 'variations');
    return (
      (part === undefined || reachesSomeone(part)) &&
      given.some((each) => each.kind !== 'scalar' || !isNothing(each.value))
    );
  });
  return {
    state: opens ? 'on' : fallback,
    rollouts,
    splits: rules.flatMap((rule) => {
      const weights = listItems(rule, 'weights');
      const [first] = weights;
      return first
        ? [{ total: 100 * weights.reduce((sum, weight) => sum + parseNumber(weight), 0), at: first.at }]
        : [];
    }),
    faults: findNearMisses(node, ['defaultValue', 'rules', 'description', 'project', 'tags', 'owner']),
  };
}

function isNothing(value: DataValue): boolean {
  return value === false || value === null || value === '' || value === 0;
}

function partOf(node: DataNode | undefined): Rollout | undefined {
  return node && { percent: 100 * parseNumber(node), at: node.at };
}
