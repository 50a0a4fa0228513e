import type { DataNode } from '../../../parsers/data-tree.js';
import type { EntryReading, Rollout } from '../../flag-change.js';
import { findEntry, findMap, findScalar, listItems } from '../../find-entry.js';
import { reachesSomeone } from '../../parse-switch.js';
import { findNearMisses } from '../find-faults.js';
import { entriesBeside, flagsOfMap, type FlagFormat } from '../flag-format.js';

const gates = ['boolean', 'expression', 'groups', 'actors', 'percentage_of_actors', 'percentage_of_time'];

/** An export of Flipper: any gate that is open turns a feature on. Its values are texts (`"true"`, `"25"`). */
export const flipper: FlagFormat = {
  shape: 'flipper',
  kind: 'an export of Flipper',
  find(root) {
    const features = findMap(root, 'features');
    if (!features?.entries.some(({ node }) => gates.filter((gate) => findEntry(node, gate)).length > 1))
      return undefined;
    return { flags: flagsOfMap(features), otherEntries: entriesBeside(root, 'features') };
  },
  read: readFlipperEntry,
};

function readFlipperEntry(node: DataNode): EntryReading {
  const rollouts = ['percentage_of_actors', 'percentage_of_time'].flatMap((name): Rollout[] => {
    const share = findScalar(node, name);
    if (share === undefined || share.value === null) return [];
    return [{ percent: /^\d{1,3}(?:\.\d+)?$/.test(share.text) ? Number(share.text) : Number.NaN, at: share.at }];
  });
  const boolean = findScalar(node, 'boolean');
  const expression = findEntry(node, 'expression')?.node;
  const isOn =
    /^(?:true|1)$/i.test(boolean?.text ?? '') ||
    rollouts.some(reachesSomeone) ||
    ['groups', 'actors'].some((name) => listItems(node, name).length > 0) ||
    (expression !== undefined && !(expression.kind === 'scalar' && expression.value === null));
  const isClear = boolean === undefined || boolean.value === null || /^(?:true|false|1|0)$/i.test(boolean.text);
  return {
    state: isOn ? 'on' : 'off',
    rollouts,
    faults: [
      ...findNearMisses(node, gates),
      ...(isClear ? [] : [{ at: boolean.at, message: '“boolean” has to be "true" or nothing.' }]),
    ],
  };
}
