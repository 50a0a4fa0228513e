import type { DataNode } from '../../../parsers/data-tree.js';
import type { EntryReading, FlagFault, Rollout } from '../../flag-change.js';
import { findEntry, findMap, findScalar, listItems } from '../../find-entry.js';
import { parseNumber, parseSwitch, reachesSomeone } from '../../parse-switch.js';
import { findNearMisses, findNoTruth, findUnknownVariants } from '../find-faults.js';
import { entriesBeside, flagsOfList, type FlagFormat } from '../flag-format.js';

/** Flipt’s `features.yaml`, version 1 and 2. */
export const flipt: FlagFormat = {
  shape: 'flipt',
  kind: 'flags of Flipt',
  find(root) {
    const flags = findEntry(root, 'flags')?.node;
    if (flags?.kind !== 'list') return undefined;
    const isFlipt =
      findEntry(root, 'segments', 'namespace') !== undefined ||
      flags.items.some(
        (item) =>
          findEntry(item, 'rollouts', 'rules') !== undefined ||
          /_FLAG_TYPE$/.test(findScalar(item, 'type')?.text ?? ''),
      );
    return isFlipt
      ? { ...flagsOfList(flags.items, 'key', 'name'), otherEntries: entriesBeside(root, 'flags') }
      : undefined;
  },
  read: readFliptEntry,
};

/**
 * Reads a flag of Flipt's `features.yaml`. A variant flag serves its rules' distributions (which make 100 each) and its default variant
 * while it is enabled. A boolean flag's `enabled` is what those get whom no rollout matches: its rollouts count also while it is false.
 */
function readFliptEntry(node: DataNode): EntryReading {
  const rules = listItems(node, 'rules');
  const steps = listItems(node, 'rollouts');
  const distributions = rules.map((rule) => ({ rule, shares: listItems(rule, 'distributions').map(shareOf) }));
  const thresholds = steps.flatMap((step) => thresholdOf(step) ?? []);
  const rollouts = [...distributions.flatMap(({ shares }) => shares), ...thresholds];
  const splits = distributions
    .filter(({ shares }) => shares.length > 0)
    .map(({ rule, shares }) => ({
      total: shares.reduce((sum, { percent }) => sum + percent, 0),
      at: rule.at,
    }));
  const references = [...rules, ...steps].flatMap(segmentsOf);
  const enabled = findScalar(node, 'enabled');
  const state = enabled ? parseSwitch(enabled) : 'off';
  const boolean = findScalar(node, 'type')?.text === 'BOOLEAN_FLAG_TYPE' || steps.length > 0;
  const base = { rollouts, splits, references, faults: faultsIn(node, rules) };
  if (boolean) return { state: steps.some(opensFor) ? 'on' : state, ...base };
  if (state !== 'on') return { state, ...base };
  const served = distributions.some(({ shares }) => shares.length === 0 || shares.some(reachesSomeone));
  const fallback =
    findEntry(node, 'defaultVariant', 'default_variant') ??
    listItems(node, 'variants').find((variant) => findEntry(variant, 'default'));
  return { state: served || fallback ? 'on' : 'off', ...base };
}

function faultsIn(node: DataNode, rules: readonly DataNode[]): readonly FlagFault[] {
  const type = findScalar(node, 'type');
  const given = rules.flatMap((rule) =>
    listItems(rule, 'distributions').flatMap((share) => findScalar(share, 'variant') ?? []),
  );
  const variants = new Set(listItems(node, 'variants').flatMap((variant) => findScalar(variant, 'key')?.text ?? []));
  return [
    ...findNearMisses(node, 'key name type description enabled variants rules rollouts metadata'.split(' ')),
    ...findNoTruth(node, 'enabled'),
    ...(type === undefined || /^(?:BOOLEAN|VARIANT)_FLAG_TYPE$/.test(type.text)
      ? []
      : [
          {
            at: type.at,
            message: `“type” has to be BOOLEAN_FLAG_TYPE or VARIANT_FLAG_TYPE, and “${type.text.slice(0, 40)}” is neither.`,
          },
        ]),
    ...findUnknownVariants(given, variants),
  ];
}

function shareOf(distribution: DataNode): Rollout {
  const rollout = findEntry(distribution, 'rollout')?.node;
  return rollout ? { percent: parseNumber(rollout), at: rollout.at } : { percent: Number.NaN, at: distribution.at };
}

/** Flipt has it under `threshold`, older files directly in the rollout. */
function thresholdOf(step: DataNode): Rollout | undefined {
  const percentage = findEntry(findMap(step, 'threshold') ?? step, 'percentage')?.node;
  return percentage && { percent: parseNumber(percentage), at: percentage.at };
}

/** Does a rollout give `true` to anyone? Without a value it gives `false`. */
function opensFor(step: DataNode): boolean {
  const threshold = thresholdOf(step);
  const value = findScalar(findMap(step, 'threshold') ?? findMap(step, 'segment') ?? step, 'value');
  return value !== undefined && parseSwitch(value) !== 'off' && (threshold === undefined || reachesSomeone(threshold));
}

/** A segment is a key, or a map with `key` or `keys`; `segments` is a list of keys. */
function segmentsOf(step: DataNode): readonly string[] {
  const segment = findEntry(step, 'segment')?.node;
  const keys = [
    ...(segment?.kind === 'scalar' ? [segment] : []),
    ...[segment, step].flatMap((holder) => [
      findEntry(holder, 'key')?.node,
      ...listItems(holder, 'keys'),
      ...listItems(holder, 'segments'),
    ]),
  ];
  return keys.flatMap((key) => (key?.kind === 'scalar' ? [key.text] : []));
}
