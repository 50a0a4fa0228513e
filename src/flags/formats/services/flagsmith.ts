import type { DataNode } from '../../../parsers/data-tree.js';
import { findEntry, findMap, findScalar, listItems } from '../../find-entry.js';
import { parseSwitch } from '../../parse-switch.js';
import { findNearMisses, findNoTruth } from '../find-faults.js';
import { entriesBeside, type FlagFormat } from '../flag-format.js';

/** Flagsmith’s environment document or list of flags: `feature.name` and `enabled`. */
export const flagsmith: FlagFormat = {
  shape: 'flagsmith',
  kind: 'flags of Flagsmith',
  find(root) {
    const items =
      root.kind === 'list'
        ? root.items
        : listItems(root, findEntry(root, 'feature_states') ? 'feature_states' : 'flags');
    if (!items.some((item) => keyOf(item) !== undefined && findEntry(item, 'enabled'))) return undefined;
    return {
      flags: items.flatMap((node) => {
        const key = keyOf(node);
        return key ? [{ key: key.text, entry: { at: key.at, node: withoutIds(node) } }] : [];
      }),
      keyless: items.filter((item) => keyOf(item) === undefined),
      otherEntries: entriesBeside(root, 'feature_states', 'flags'),
    };
  },
  read(node) {
    const enabled = findScalar(node, 'enabled');
    return {
      state: enabled ? parseSwitch(enabled) : 'unknown',
      faults: [...findNearMisses(node, ['feature', 'enabled']), ...findNoTruth(node, 'enabled')],
    };
  },
};

/** The service gives a state new ids whenever it is published. They say who gets which share, and nothing where there are no shares. */
function withoutIds(node: DataNode): DataNode {
  if (node.kind !== 'map' || listItems(node, 'multivariate_feature_state_values').length > 0) return node;
  return { ...node, entries: entriesBeside(node, 'django_id', 'featurestate_uuid') };
}

function keyOf(item: DataNode): ReturnType<typeof findScalar> {
  return findScalar(findMap(item, 'feature'), 'name');
}
