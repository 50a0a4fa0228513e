import type { DataNode } from '../../../parsers/data-tree.js';
import type { EntryReading, FlagFault } from '../../flag-change.js';
import { findEntry, findMap, findScalar } from '../../find-entry.js';
import { entriesBeside, flagsOfMap, type FlagFormat } from '../flag-format.js';

/** A template of Firebase Remote Config: parameters whose values are texts, by themselves and in groups. */
export const firebase: FlagFormat = {
  shape: 'firebase',
  kind: 'parameters of Firebase Remote Config',
  find(root) {
    const [parameters, groups] = [findMap(root, 'parameters'), findMap(root, 'parameterGroups')];
    const maps = [parameters, ...(groups?.entries ?? []).map(({ node }) => findMap(node, 'parameters'))];
    const flags = maps.flatMap((map) => (map ? flagsOfMap(map) : []));
    if (!flags.some(({ entry }) => findEntry(entry.node, 'defaultValue', 'conditionalValues'))) return undefined;
    return { flags, otherEntries: entriesBeside(root, 'parameters', 'parameterGroups', 'version') };
  },
  read: readFirebaseEntry,
};

/** A parameter of truth values is a flag, any other is a setting that is neither on nor off. */
function readFirebaseEntry(node: DataNode): EntryReading {
  const given = [
    findMap(node, 'defaultValue'),
    ...(findMap(node, 'conditionalValues')?.entries ?? []).map(({ node: each }) => each),
  ];
  const values = given.flatMap((each) => findScalar(each, 'value') ?? []);
  const type = findScalar(node, 'valueType')?.text;
  const isTruth =
    type === 'BOOLEAN' ||
    (type === undefined && values.length > 0 && values.every(({ text }) => /^(?:true|false)$/i.test(text)));
  if (!isTruth) return { state: 'unknown', stateless: true };
  const faults = values.flatMap(({ text, at }): FlagFault[] =>
    /^(?:true|false)$/.test(text)
      ? []
      : [{ at, message: `A BOOLEAN parameter is "true" or "false", and “${text.slice(0, 40)}” is neither.` }],
  );
  const isOn = values.some(({ text }) => text !== 'false');
  const isInApp = given.some((each) => findScalar(each, 'useInAppDefault')?.value === true);
  return { faults, state: isOn ? 'on' : isInApp ? 'unknown' : 'off' };
}
