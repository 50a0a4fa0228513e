import type { DataNode } from '../../../parsers/data-tree.js';
import type { EntryReading, FlagFault, Rollout } from '../../flag-change.js';
import { findEntry, findMap, findScalar, listItems } from '../../find-entry.js';
import { parseInvertedSwitch, parseNumber, reachesSomeone } from '../../parse-switch.js';
import { findMixedKinds, findNearMisses, findNoTruth, findUnknownVariants } from '../find-faults.js';
import { flagsOfMap, type FlagFormat } from '../flag-format.js';
import { isOffVariant } from '../off-values.js';

/** GO Feature Flag’s flags by their keys. */
export const goFeatureFlag: FlagFormat = {
  shape: 'go-feature-flag',
  kind: 'flags of GO Feature Flag',
  find(root) {
    const isGoff =
      root.kind === 'map' &&
      root.entries.some(
        ({ node }) =>
          findMap(node, 'variations') !== undefined && findEntry(node, 'defaultRule', 'targeting') !== undefined,
      );
    return isGoff ? { flags: flagsOfMap(root) } : undefined;
  },
  read: readGoffEntry,
};

/**
 * Reads a flag of GO Feature Flag: `variations` by name, a `defaultRule` and `targeting` rules that give one variation, a
 * `percentage` of each (100 in all) or a progressive rollout, and scheduled steps that change any of it later. A step that turns the
 * flag on some day counts as on.
 */
function readGoffEntry(node: DataNode): EntryReading {
  const steps = [node, ...scheduled(node)];
  const off = new Set(
    steps.flatMap((step) =>
      (findMap(step, 'variations')?.entries ?? []).flatMap(({ key, node: value }) =>
        isOffVariant(key, value) ? [key] : [],
      ),
    ),
  );
  for (const step of steps) {
    for (const { key, node: value } of findMap(step, 'variations')?.entries ?? []) {
      if (!isOffVariant(key, value)) off.delete(key);
    }
  }
  const rules = steps.flatMap((step) => [...defaultRuleOf(step), ...listItems(step, 'targeting')]);
  const shares = rules.map(sharesOf);
  const rollouts = [...shares.flat(), ...rules.flatMap(progressive)];
  const splits = rules.flatMap((rule, index) => {
    const own = shares[index] as readonly Share[];
    const at = findEntry(rule, 'percentage')?.at;
    return at && own.length > 0 ? [{ total: own.reduce((sum, { percent }) => sum + percent, 0), at }] : [];
  });
  const states = rules.map((rule, index) => stateOf(rule, shares[index] as readonly Share[], off));
  const base = {
    rollouts: rollouts.map(({ percent, at }) => ({ percent, at })),
    splits,
    faults: faultsIn(node, steps, rules),
  };
  // Off for good: switched off now, and no later step may lift that.
  const [now, ...later] = steps.map((step) => findScalar(step, 'disable'));
  const disabled = now !== undefined && [now, ...later].every((one) => !one || parseInvertedSwitch(one) === 'off');
  if (disabled) return { state: 'off', ...base };
  if (states.includes('on')) return { state: 'on', ...base };
  const clear = defaultRuleOf(node).length > 0 && !states.includes('unknown');
  return { state: clear ? 'off' : 'unknown', ...base };
}

function faultsIn(node: DataNode, steps: readonly DataNode[], rules: readonly DataNode[]): readonly FlagFault[] {
  const variations = steps.flatMap((step) => findMap(step, 'variations')?.entries ?? []);
  const named = rules.flatMap((rule) => [
    ...[findScalar(rule, 'variation') ?? []].flat(),
    ...['initial', 'end'].flatMap(
      (name) => findScalar(findMap(findMap(rule, 'progressiveRollout'), name), 'variation') ?? [],
    ),
    ...(findMap(rule, 'percentage')?.entries ?? []).map(({ key, at }) => ({
      kind: 'scalar' as const,
      at,
      text: key,
      value: key,
      older: key,
    })),
  ]);
  const known =
    'variations targeting bucketingKey defaultRule scheduledRollout experimentation trackEvents disable version metadata';
  return [
    ...findNearMisses(node, known.split(' ')),
    ...findNoTruth(node, 'disable', 'trackEvents'),
    ...(variations.length === 0 ? [] : findUnknownVariants(named, new Set(variations.map(({ key }) => key)))),
    ...findMixedKinds(variations.map((variation) => variation.node)),
  ];
}

interface Share extends Rollout {
  readonly variation: string;
}

/** All steps that are scheduled, those within steps as well. */
function scheduled(node: DataNode): readonly DataNode[] {
  return listItems(node, 'scheduledRollout').flatMap((step) => [step, ...scheduled(step)]);
}

function defaultRuleOf(node: DataNode): readonly DataNode[] {
  const rule = findMap(node, 'defaultRule');
  return rule ? [rule] : [];
}

function sharesOf(rule: DataNode): readonly Share[] {
  return (findMap(rule, 'percentage')?.entries ?? []).map(({ key, node }) => ({
    variation: key,
    percent: parseNumber(node),
    at: node.at,
  }));
}

/** Where a progressive rollout begins and ends; without a percentage it goes from none to all. */
function progressive(rule: DataNode): readonly Rollout[] {
  const ramp = findMap(rule, 'progressiveRollout');
  return ['initial', 'end'].flatMap((name) => {
    const percentage = findEntry(findMap(ramp, name), 'percentage')?.node;
    return percentage ? [{ percent: parseNumber(percentage), at: percentage.at }] : [];
  });
}

/** Does a rule give anyone, now or at the end of its ramp, a variation that is not plainly off? One that names no variation may. */
function stateOf(rule: DataNode, shares: readonly Share[], off: ReadonlySet<string>): EntryReading['state'] {
  const disabled = findScalar(rule, 'disable');
  if (disabled && parseInvertedSwitch(disabled) === 'off') return 'off';
  const ramp = findMap(rule, 'progressiveRollout');
  const named = [
    ...['initial', 'end'].flatMap((name) => findScalar(findMap(ramp, name), 'variation') ?? []),
    ...[findScalar(rule, 'variation') ?? []].flat(),
  ];
  if (named.length === 0 && shares.length === 0) return 'unknown';
  const gives =
    named.some(({ text }) => !off.has(text)) ||
    shares.some((share) => !off.has(share.variation) && reachesSomeone(share));
  return gives ? 'on' : 'off';
}
