import type { DataNode } from '../../../parsers/data-tree.js';
import type { Rollout } from '../flag-change.js';
import { entryOf, mapAt, numberOf, scalarAt, truthOf } from '../plain-data.js';
import { reachesSomeone } from './entry-reading.js';
import type { EntryReading } from './entry-reading.js';

/**
 * Reads a flag of flagd (its flag definitions: `state` ENABLED or DISABLED, `variants`, `defaultVariant`, `targeting` in JsonLogic
 * with `fractional` weights that are shares of their sum, `$ref` to a shared evaluator). Only a variant whose value is false counts
 * as off, so that a flag of strings or numbers is off by its state alone.
 */
export function readFlagdEntry(node: DataNode): EntryReading {
  const rollouts: Rollout[] = [];
  const uses: string[] = [];
  const served: Rollout[] = [];
  const off = offVariants(node);
  const targeting = entryOf(node, 'targeting')?.node;
  if (targeting) walkTargeting(targeting, { rollouts, uses, served, off });
  const state = scalarAt(node, 'state')?.text;
  const base = { rollouts, uses, splits: [] };
  if (state === 'DISABLED') return { state: 'off', ...base };
  if (state !== 'ENABLED') return { state: 'unknown', ...base };
  if (served.some(reachesSomeone)) return { state: 'on', ...base };
  const fallback = scalarAt(node, 'defaultVariant');
  if (fallback === undefined || fallback.value === null || uses.length > 0) return { state: 'unknown', ...base };
  return { state: off.has(fallback.text) ? 'off' : 'on', ...base };
}

interface Walk {
  readonly rollouts: Rollout[];
  readonly uses: string[];
  /** Variants that are on, with their share of users. */
  readonly served: Rollout[];
  readonly off: ReadonlySet<string>;
}

/** Names of variants that are plainly off. Where none are given, flagd has `true` and `false`. */
function offVariants(node: DataNode): ReadonlySet<string> {
  const variants = mapAt(node, 'variants');
  if (!variants) return new Set(['false']);
  return new Set(
    variants.entries.flatMap(({ key, node: value }) =>
      value.kind === 'scalar' && value.value === false && truthOf(value) === 'off' ? [key] : [],
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
    if (key === '$ref') walk.uses.push(value.kind === 'scalar' ? value.text : key);
    else if (key === 'fractional' && value.kind === 'list') walkShares(value.items, walk);
    else walkTargeting(value, walk);
  }
}

function walkShares(items: readonly DataNode[], walk: Walk): void {
  // Before the shares may stand what tells users apart: it gives no variant.
  const shares = items.flatMap((item) => {
    const [variant, weight] = item.kind === 'list' ? item.items : [];
    return variant ? [{ variant, weight: weight ? numberOf(weight) : 1, at: weight?.at ?? variant.at }] : [];
  });
  const total = shares.reduce((sum, { weight }) => sum + weight, 0);
  for (const { variant, weight, at } of shares) {
    const share = { percent: weight < 0 || total === 0 ? weight : (100 * weight) / total, at };
    walk.rollouts.push(share);
    // What is worked out may be any variant.
    if (variant.kind !== 'scalar' || !walk.off.has(variant.text)) walk.served.push(share);
  }
}
