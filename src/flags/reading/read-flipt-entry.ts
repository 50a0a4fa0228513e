import type { DataNode } from '../../parsers/data-tree.js';
import type { EntryReading, Rollout } from '../flag-change.js';
import { findEntry, listItems, findMap, parseNumber, findScalar, parseSwitch, reachesSomeone } from '../plain-data.js';

/**
 * Reads a flag of Flipt's `features.yaml`. A variant flag serves its rules' distributions (which make 100 each) and its default variant
 * while it is enabled. A boolean flag's `enabled` is what those get whom no rollout matches: its rollouts count also while it is false.
 */
export function readFliptEntry(node: DataNode): EntryReading {
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
  const base = { rollouts, splits, references };
  if (boolean) return { state: steps.some(opensFor) ? 'on' : state, ...base };
  if (state !== 'on') return { state, ...base };
  const served = distributions.some(({ shares }) => shares.length === 0 || shares.some(reachesSomeone));
  const fallback =
    findEntry(node, 'defaultVariant', 'default_variant') ??
    listItems(node, 'variants').find((variant) => findEntry(variant, 'default'));
  return { state: served || fallback ? 'on' : 'off', ...base };
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
