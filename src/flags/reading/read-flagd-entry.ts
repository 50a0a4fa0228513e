import type { DataNode } from '../../parsers/data-tree.js';
import type { EntryReading, Rollout } from '../flag-change.js';
import { findEntry, findMap, parseNumber, findScalar, parseSwitch, reachesSomeone } from '../plain-data.js';

/**
 * Reads a flag of flagd (its flag definitions: `state` ENABLED or DISABLED, `variants`, `defaultVariant`, `targeting` in JsonLogic
 * with `fractional` weights that are shares of their sum, `$ref` to a shared evaluator). Only a variant whose value is false counts
 * as off, so that a flag of strings or numbers is off by its state alone.
 */
export function readFlagdEntry(node: DataNode): EntryReading {
  const rollouts: Rollout[] = [];
  const references: string[] = [];
  const served: Rollout[] = [];
  const off = offVariants(node);
  const targeting = findEntry(node, 'targeting')?.node;
  if (targeting) walkTargeting(targeting, { rollouts, references, served, off });
  const state = findScalar(node, 'state')?.text;
  const base = { rollouts, references, splits: [] };
  if (state === 'DISABLED') return { state: 'off', ...base };
  if (state !== 'ENABLED') return { state: 'unknown', ...base };
  if (served.some(reachesSomeone)) return { state: 'on', ...base };
  const fallback = findScalar(node, 'defaultVariant');
  if (fallback === undefined || fallback.value === null || references.length > 0) return { state: 'unknown', ...base };
  return { state: off.has(fallback.text) ? 'off' : 'on', ...base };
}

interface Walk {
  readonly rollouts: Rollout[];
  readonly references: string[];
  /** Variants that are on, with their share of users. */
  readonly served: Rollout[];
  readonly off: ReadonlySet<string>;
}

/** Names of variants that are plainly off. Where none are given, flagd has `true` and `false`. */
function offVariants(node: DataNode): ReadonlySet<string> {
  const variants = findMap(node, 'variants');
  if (!variants) return new Set(['false']);
  return new Set(
    variants.entries.flatMap(({ key, node: value }) =>
      value.kind === 'scalar' && value.value === false && parseSwitch(value) === 'off' ? [key] : [],
    ),
  );
}

/** Any word in targeting may be a variant that is served: only those known to be off count as such. */
function walkTargeting(node: DataNode, walk: Walk): void {
  if (node.kind === 'scalar') {
    if (node.value !== null && !walk.off.has(node.text)) walk.served.push({ percent: 100, at: node.at });
    return;
  }
  if (node.kind === 'list') {
    for (const item of node.items) walkTargeting(item, walk);
    return;
  }
  for (const { key, node: value } of node.entries) {
    if (key === '$ref') walk.references.push(value.kind === 'scalar' ? value.text : key);
    else if (key === 'fractional' && value.kind === 'list') walkShares(value.items, walk);
    else walkTargeting(value, walk);
  }
}

function walkShares(items: readonly DataNode[], walk: Walk): void {
  // Before the shares may stand what tells users apart: it gives no variant.
  const shares = items.flatMap((item) => {
    const [variant, weight] = item.kind === 'list' ? item.items : [];
    return variant ? [{ variant, weight: weight ? parseNumber(weight) : 1, at: weight?.at ?? variant.at }] : [];
  });
  const total = shares.reduce((sum, { weight }) => sum + weight, 0);
  for (const { variant, weight, at } of shares) {
    const share = { percent: weight < 0 || total === 0 ? weight : (100 * weight) / total, at };
    walk.rollouts.push(share);
    // What is worked out may be any variant.
    if (variant.kind !== 'scalar' || !walk.off.has(variant.text)) walk.served.push(share);
  }
}
