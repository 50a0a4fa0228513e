import type { DataNode } from '../../../parsers/data-tree.js';
import type { EntryReading, Rollout } from '../../flag-change.js';
import { findEntry, findMap, findScalar, listItems } from '../../find-entry.js';
import { parseNumber, parseSwitch, reachesSomeone } from '../../parse-switch.js';
import { findNearMisses, findNoTruth, findUnknownVariants } from '../find-faults.js';
import { entriesBeside, flagsOfList, flagsOfMap, type FlagFormat } from '../flag-format.js';

/** Microsoft’s feature management, among an application’s settings. */
export const microsoft: FlagFormat = {
  shape: 'microsoft',
  kind: 'flags of Microsoft’s feature management',
  find(root) {
    const holder = findMap(root, 'feature_management') ?? findMap(root, 'FeatureManagement');
    const list = findEntry(holder ?? root, 'feature_flags', 'FeatureFlags')?.node;
    const settings = {
      otherEntries: entriesBeside(root, 'feature_management', 'FeatureManagement', 'feature_flags', 'FeatureFlags'),
      amongSettings: true,
    } as const;
    if (
      list?.kind === 'list' &&
      (holder !== undefined || list.items.some((item) => findScalar(item, 'id') && findEntry(item, 'enabled')))
    )
      return { ...flagsOfList(list.items, 'id'), ...settings };
    return holder && { flags: flagsOfMap(holder), ...settings };
  },
  read: readMicrosoftEntry,
};

/** On where it is enabled and no filter keeps everybody out; `status_override` of a variant decides over all. */
function readMicrosoftEntry(node: DataNode): EntryReading {
  if (node.kind === 'scalar') return { state: parseSwitch(node) };
  const filters = [...listItems(findMap(node, 'conditions'), 'client_filters'), ...listItems(node, 'EnabledFor')];
  const shares = filters.map(sharesOf);
  const variants = listItems(node, 'variants');
  const names = new Set(variants.flatMap((variant) => findScalar(variant, 'name')?.text ?? []));
  const enabled = findScalar(node, 'enabled');
  const isOn = enabled
    ? parseSwitch(enabled)
    : findEntry(node, 'EnabledFor')
      ? filters.length > 0
        ? 'on'
        : 'off'
      : 'off';
  const letsIn =
    filters.length === 0 ||
    filters.some((_, index) => shares[index]?.length === 0 || shares[index]?.some(reachesSomeone));
  const isOverridden = variants.some((variant) => findScalar(variant, 'status_override')?.text === 'Enabled');
  const allocation = findMap(node, 'allocation');
  const named = [
    ...['default_when_enabled', 'default_when_disabled'].flatMap((name) => findScalar(allocation, name) ?? []),
    ...['percentile', 'user', 'group'].flatMap((name) =>
      listItems(allocation, name).flatMap((each) => findScalar(each, 'variant') ?? []),
    ),
  ];
  return {
    state: isOverridden ? 'on' : isOn === 'on' ? (letsIn ? 'on' : 'off') : isOn,
    rollouts: shares.flat(),
    faults: [
      ...findNearMisses(node, [
        'id',
        'description',
        'display_name',
        'enabled',
        'conditions',
        'variants',
        'allocation',
        'telemetry',
        'EnabledFor',
        'RequirementType',
        'Variants',
        'Allocation',
        'Telemetry',
      ]),
      ...findNoTruth(node, 'enabled'),
      ...findUnknownVariants(named, names),
    ],
  };
}

function sharesOf(filter: DataNode): readonly Rollout[] {
  const parameters = findMap(filter, 'parameters') ?? findMap(filter, 'Parameters');
  const audience = findMap(parameters, 'Audience');
  const percents = [
    findEntry(parameters, 'Value')?.node,
    findEntry(audience, 'DefaultRolloutPercentage')?.node,
    ...listItems(audience, 'Groups').map((group) => findEntry(group, 'RolloutPercentage')?.node),
  ];
  const isPercentage = /percentage|targeting/i.test(
    findScalar(filter, 'name')?.text ?? findScalar(filter, 'Name')?.text ?? '',
  );
  const users = listItems(audience, 'Users');
  return [
    ...percents.flatMap((percent) =>
      isPercentage && percent ? [{ percent: parseNumber(percent), at: percent.at }] : [],
    ),
    ...users.slice(0, 1).map(({ at }) => ({ percent: 100, at })),
  ];
}
