import type { DataMap, DataNode, DataScalar } from '../../../parsers/data-tree.js';
import type { EntryReading, FlagFault, Rollout } from '../../flag-change.js';
import { findEntry, findMap, findScalar } from '../../find-entry.js';
import { parseNumber, reachesSomeone } from '../../parse-switch.js';
import { findMixedKinds, findNearMisses, findUnknownVariants, isNear, nameKind } from '../find-faults.js';
import { entriesBeside, flagsOfList, flagsOfMap, type FlagFormat } from '../flag-format.js';
import { isOffVariant } from '../off-values.js';
import { percentages, plainName } from '../switch-names.js';

/** flagd's flag definitions, also as the OpenFeature operator has them (`spec.flagSpec`). */
export const flagd: FlagFormat = {
  shape: 'flagd',
  kind: 'flags of flagd',
  find(root) {
    const spec = findMap(findMap(root, 'spec'), 'flagSpec');
    const holder = spec ?? root;
    const flags = findEntry(holder, 'flags')?.node;
    // What else stands there is passed over.
    const rest = entriesBeside(holder).filter(({ key }) => key === '$evaluators' || key === 'metadata');
    if (flags?.kind === 'map') {
      if (
        !hasSignature(
          holder,
          flags.entries.map(({ node }) => node),
        )
      )
        return undefined;
      return { flags: flagsOfMap(flags), otherEntries: rest };
    }
    if (flags === undefined && isOfProvider(root))
      return {
        flags: flagsOfMap(root).filter(({ key }) => !key.startsWith('$')),
        otherEntries: entriesBeside(root).filter(({ key }) => key.startsWith('$')),
      };
    if (flags?.kind !== 'list' || !hasSignature(holder, flags.items)) return undefined;
    return { ...flagsOfList(flags.items, 'key'), otherEntries: rest };
  },
  read: readFlagdEntry,
};

/** By its parts, however its state is spelled. */
function isOfFlagd(flag: DataNode): boolean {
  const state = findScalar(flag, 'state')?.text ?? '';
  return (
    ['ENABLED', 'DISABLED'].some((word) => isNear(state, word)) &&
    findMap(flag, 'variants') !== undefined &&
    findEntry(flag, 'defaultVariant') !== undefined
  );
}

/** The flags alone, as OpenFeature's in-memory provider takes them. */
function isOfProvider(root: DataNode): root is DataMap {
  if (root.kind !== 'map') return false;
  const flags = root.entries.filter(({ key }) => !key.startsWith('$')).map(({ node }) => node);
  return flags.length > 0 && flags.every(isOfFlagd);
}

function hasSignature(holder: DataNode, flags: readonly DataNode[]): boolean {
  return (
    findEntry(holder, '$evaluators') !== undefined ||
    /flagd/.test(findScalar(holder, '$schema')?.text ?? '') ||
    flags.some(
      (node) =>
        /^(?:en|dis)abled$/i.test(findScalar(node, 'state')?.text ?? '') &&
        findEntry(node, 'variants', 'defaultVariant') !== undefined,
    ) ||
    // One that is misspelt is flagd's too.
    flags.some(isOfFlagd)
  );
}

/**
 * Reads a flag of flagd (its flag definitions: `state` ENABLED or DISABLED, `variants`, `defaultVariant`, `targeting` in JsonLogic
 * with `fractional` weights that are shares of their sum, `$ref` to a shared evaluator).
 */
function readFlagdEntry(node: DataNode): EntryReading {
  const rollouts: Rollout[] = [];
  const references: string[] = [];
  const served: Rollout[] = [];
  const off = offVariants(node);
  const targeting = findEntry(node, 'targeting')?.node;
  if (targeting) walkTargeting(targeting, { rollouts, references, served, off });
  const state = findScalar(node, 'state')?.text;
  const gives = nameKind((findMap(node, 'variants')?.entries ?? []).map((variant) => variant.node));
  const base = { rollouts, references, faults: faultsIn(node, targeting), ...(gives !== undefined && { gives }) };
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
  return new Set(variants.entries.flatMap(({ key, node: value }) => (isOffVariant(key, value) ? [key] : [])));
}

function faultsIn(node: DataNode, targeting: DataNode | undefined): readonly FlagFault[] {
  const state = findScalar(node, 'state');
  const variants = findMap(node, 'variants');
  const named = [findScalar(node, 'defaultVariant') ?? [], targeting ? resultsOf(targeting) : []].flat();
  return [
    ...findNearMisses(node, ['state', 'variants', 'defaultVariant', 'targeting', 'metadata']),
    ...(state === undefined || /^(?:EN|DIS)ABLED$/.test(state.text)
      ? []
      : [
          {
            at: state.at,
            message: `“state” has to be ENABLED or DISABLED, and “${state.text.slice(0, 40)}” is neither.`,
          },
        ]),
    ...(variants
      ? [
          ...findUnknownVariants(named, new Set(variants.entries.map(({ key }) => key))),
          ...findMixedKinds(variants.entries.map((entry) => entry.node)),
        ]
      : []),
  ];
}

/** What targeting gives where that is plainly a variant’s name: results of `if`, what `fractional` shares. */
function resultsOf(node: DataNode): readonly DataScalar[] {
  if (node.kind === 'scalar') return typeof node.value === 'string' ? [node] : [];
  const [rule] = node.kind === 'map' ? node.entries : [];
  if (rule?.node.kind !== 'list') return [];
  const { items } = rule.node;
  if (rule.key === 'if')
    return items.flatMap((item, index) => (index % 2 === 1 || index === items.length - 1 ? resultsOf(item) : []));
  if (rule.key !== 'fractional') return [];
  return items.flatMap((item) => (item.kind === 'list' && item.items[0] ? resultsOf(item.items[0]) : []));
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
  walk.rollouts.push(...writtenShares(node));
  for (const { key, node: value } of node.entries) {
    if (key === '$ref') walk.references.push(value.kind === 'scalar' ? value.text : key);
    else if (key === 'fractional' && value.kind === 'list') walkShares(value.items, walk);
    else walkTargeting(value, walk);
  }
}

/** Shares in the words of a team’s own targeting: `{op: percentage, value: 10}`, `{percentage: 10}`. */
function writtenShares(node: DataMap): readonly Rollout[] {
  const isShare = ['op', 'operator', 'type'].some((name) =>
    percentages.has(plainName(findScalar(node, name)?.text ?? '')),
  );
  return node.entries.flatMap(({ key, node: value }) =>
    value.kind === 'scalar' &&
    typeof value.value === 'number' &&
    (percentages.has(plainName(key)) || (isShare && key === 'value'))
      ? [{ percent: parseNumber(value), at: value.at }]
      : [],
  );
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
