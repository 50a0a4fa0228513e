import type { DataNode } from '../../../parsers/data-tree.js';
import type { EntryReading } from '../../flag-change.js';
import { findEntry, findScalar } from '../../find-entry.js';
import { parseInvertedSwitch, parseNumber, reachesSomeone } from '../../parse-switch.js';
import { findNoTruth } from '../find-faults.js';
import { flagsOfMap, type FlagFormat } from '../flag-format.js';
import { isOffVariant } from '../off-values.js';

/** GO Feature Flag before its version 1: `true`, `false` and `default` values, and the percentage that gets the first. */
export const goFeatureFlag0: FlagFormat = {
  shape: 'go-feature-flag-0',
  kind: 'flags of GO Feature Flag before version 1',
  find(root) {
    const isOld = (node: DataNode): boolean => ['true', 'false', 'default'].every((key) => findEntry(node, key));
    return root.kind === 'map' && root.entries.some(({ node }) => isOld(node))
      ? { flags: flagsOfMap(root) }
      : undefined;
  },
  read(node): EntryReading {
    const percentage = findEntry(node, 'percentage')?.node;
    const rollout = percentage && { percent: parseNumber(percentage), at: percentage.at };
    const disable = findScalar(node, 'disable');
    const serves = (key: string): boolean => {
      const value = findEntry(node, key)?.node;
      return value !== undefined && !isOffVariant('', value);
    };
    const isOn =
      (rollout !== undefined && reachesSomeone(rollout) && serves('true')) || serves('false') || serves('default');
    const isDisabled = disable !== undefined && parseInvertedSwitch(disable) === 'off';
    return {
      state: isDisabled || !isOn ? 'off' : 'on',
      rollouts: rollout ? [rollout] : [],
      faults: findNoTruth(node, 'disable', 'trackEvents'),
    };
  },
};
