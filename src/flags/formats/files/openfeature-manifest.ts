import type { DataNode } from '../../../parsers/data-tree.js';
import type { FlagFault } from '../../flag-change.js';
import { findEntry, findScalar } from '../../find-entry.js';
import { findNearMisses } from '../find-faults.js';
import { entriesBeside, flagsOfList, flagsOfMap, type FlagFormat } from '../flag-format.js';

/** OpenFeature’s flag manifest: types and safe defaults for code. It turns nothing on or off. */
export const openFeatureManifest: FlagFormat = {
  shape: 'openfeature-manifest',
  kind: 'OpenFeature’s flag manifest, which has the types and safe defaults of flags and does not say whether one is on',
  find(root) {
    const flags = findEntry(root, 'flags')?.node;
    if (flags === undefined || flags.kind === 'scalar') return undefined;
    const entries = flags.kind === 'list' ? flags.items : flags.entries.map(({ node }) => node);
    const isManifest =
      /flag-manifest/.test(findScalar(root, '$schema')?.text ?? '') ||
      entries.some((entry) => findEntry(entry, 'flagType') !== undefined) ||
      (flags.kind === 'list' &&
        entries.some((entry) => findEntry(entry, 'defaultValue') && types.has(findScalar(entry, 'type')?.text ?? '')));
    if (!isManifest) return undefined;
    const found = flags.kind === 'list' ? flagsOfList(flags.items, 'key') : { flags: flagsOfMap(flags) };
    return { ...found, otherEntries: entriesBeside(root, 'flags', '$schema') };
  },
  read: (node) => ({
    state: 'unknown',
    stateless: true,
    faults: faultsIn(node),
    ...givesOf(node),
  }),
};

const types = new Set(['boolean', 'string', 'integer', 'float', 'object']);

function givesOf(node: DataNode): { readonly gives?: string } {
  const type = findScalar(node, 'flagType') ?? findScalar(node, 'type');
  return type === undefined ? {} : { gives: type.text };
}

function faultsIn(node: DataNode): readonly FlagFault[] {
  const type = findScalar(node, 'flagType') ?? findScalar(node, 'type');
  const value = findEntry(node, 'defaultValue')?.node;
  const misses = findNearMisses(node, ['flagType', 'defaultValue', 'description', 'key', 'type']);
  if (type === undefined) return misses;
  if (!types.has(type.text))
    return [
      ...misses,
      { at: type.at, message: `“${type.text.slice(0, 40)}” is no type of flag. Types are ${[...types].join(', ')}.` },
    ];
  if (type.text === 'boolean' && value?.kind === 'scalar' && value.value === true)
    return [
      ...misses,
      { at: value.at, message: 'The default is true, so people get it wherever the flags’ service cannot be reached.' },
    ];
  if (value === undefined || isOfType(value, type.text)) return misses;
  return [...misses, { at: value.at, message: `The default is not of the flag’s type, ${type.text}.` }];
}

function isOfType(node: DataNode, type: string): boolean {
  if (type === 'object') return node.kind !== 'scalar';
  if (node.kind !== 'scalar') return false;
  const { value } = node;
  if (type === 'integer') return typeof value === 'number' && Number.isInteger(value);
  return type === 'float' ? typeof value === 'number' : typeof value === type;
}
