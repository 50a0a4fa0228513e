import type { DataNode } from '../../../parsers/data-tree.js';
import type { Rollout } from '../flag-change.js';
import { entryOf, itemsAt, mapAt, numberOf, scalarAt, truthOf } from '../plain-data.js';
import { reachesSomeone } from './entry-reading.js';
import type { EntryReading } from './entry-reading.js';

/**
 * Reads a flag of Flipt's `features.yaml`. A variant flag serves its rules' distributions (which make 100 each) and its default variant
 * while it is enabled. A boolean flag's `enabled` is what those get whom no rollout matches: its rollouts count also while it is false.
 */
export function readFliptEntry(node: DataNode): EntryReading {
  const rules = itemsAt(node, 'rules');
  const steps = itemsAt(node, 'rollouts');
  const distributions = rules.map((rule) => ({ rule, shares: itemsAt(rule, 'distributions').map(shareOf) }));
  const thresholds = steps.flatMap((step) => thresholdOf(step) ?? []);
  const rollouts = [...distributions.flatMap(({ shares }) => shares), ...thresholds];
  const splits = distributions
    .filter(({ shares }) => shares.length > 0)
    .map(({ rule, shares }) => ({
      total: shares.reduce((sum, { percent }) => sum + percent, 0),
      at: rule.at,
    }));
  const uses = [...rules, ...steps].flatMap(segmentsOf);
  const enabled = scalarAt(node, 'enabled');
  const state = enabled ? truthOf(enabled) : 'off';
  const boolean = scalarAt(node, 'type')?.text === 'BOOLEAN_FLAG_TYPE' || steps.length > 0;
  const base = { rollouts, splits, uses };
  if (boolean) return { state: steps.some(opensFor) ? 'on' : state, ...base };
  if (state !== 'on') return { state, ...base };
  const served = distributions.some(({ shares }) => shares.length === 0 || shares.some(reachesSomeone));
  const fallback =
    entryOf(node, 'defaultVariant', 'default_variant') ??
    itemsAt(node, 'variants').find((variant) => entryOf(variant, 'default'));
  return { state: served || fallback ? 'on' : 'off', ...base };
}

function shareOf(distribution: DataNode): Rollout {
  const rollout = entryOf(distribution, 'rollout')?.node;
  return rollout ? { percent: numberOf(rollout), at: rollout.at } : { percent: Number.NaN, at: distribution.at };
}

/** Flipt has it under `threshold`, older files directly in the rollout. */
function thresholdOf(step: DataNode): Rollout | undefined {
  const percentage = entryOf(mapAt(step, 'threshold') ?? step, 'percentage')?.node;
  return percentage && { percent: numberOf(percentage), at: percentage.at };
}

/** Does a rollout give `true` to anyone? Without a value it gives `false`. */
function opensFor(step: DataNode): boolean {
  const threshold = thresholdOf(step);
  const value = scalarAt(mapAt(step, 'threshold') ?? mapAt(step, 'segment') ?? step, 'value');
  return value !== undefined && truthOf(value) !== 'off' && (threshold === undefined || reachesSomeone(threshold));
}

/** A segment is a key, or a map with `key` or `keys`; `segments` is a list of keys. */
function segmentsOf(step: DataNode): readonly string[] {
  const segment = entryOf(step, 'segment')?.node;
  const keys = [
    ...(segment?.kind === 'scalar' ? [segment] : []),
    ...[segment, step].flatMap((holder) => [
      entryOf(holder, 'key')?.node,
      ...itemsAt(holder, 'keys'),
      ...itemsAt(holder, 'segments'),
    ]),
  ];
  return keys.flatMap((key) => (key?.kind === 'scalar' ? [key.text] : []));
}
