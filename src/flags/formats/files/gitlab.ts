import { findEntry, findScalar } from '../../find-entry.js';
import { parseSwitch } from '../../parse-switch.js';
import { findNearMisses, findNoTruth } from '../find-faults.js';
import { gatherMap, type FlagFormat } from '../flag-format.js';

/** GitLab’s way: one flag a file, with its `name` and `default_enabled`. */
export const gitlab: FlagFormat = {
  shape: 'gitlab',
  kind: 'one flag, as GitLab writes them',
  find(root) {
    const name = findScalar(root, 'name');
    if (root.kind !== 'map' || name === undefined || name.text === '') return undefined;
    const isFlag =
      findEntry(root, 'default_enabled') ??
      findEntry(root, 'introduced_by_url') ??
      findEntry(root, 'rollout_issue_url');
    return (
      isFlag && {
        flags: [
          {
            key: name.text,
            entry: {
              at: name.at,
              node: gatherMap(
                root.at,
                root.entries.map(({ key, node }) => [key, node]),
              ),
            },
          },
        ],
      }
    );
  },
  read(node) {
    const enabled = findScalar(node, 'default_enabled');
    return {
      state: enabled ? parseSwitch(enabled) : 'off',
      faults: [...findNearMisses(node, known), ...findNoTruth(node, 'default_enabled')],
    };
  },
};

const known =
  'name description feature_issue_url introduced_by_url rollout_issue_url milestone group type default_enabled log_state_changes intended_to_rollout_by'.split(
    ' ',
  );
