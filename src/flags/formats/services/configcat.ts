import type { DataNode } from '../../../parsers/data-tree.js';
import type { EntryReading, Rollout } from '../../flag-change.js';
import { findEntry, findMap, findScalar, listItems } from '../../find-entry.js';
import { parseNumber, reachesSomeone } from '../../parse-switch.js';
import { entriesBeside, flagsOfMap, type FlagFormat } from '../flag-format.js';
import { isOffVariant } from '../off-values.js';

/** ConfigCat’s configuration, versions 5 and 6: `f` with a value, rules and percentages for each flag. */
export const configcat: FlagFormat = {
  shape: 'configcat',
  kind: 'flags of ConfigCat',
  find(root) {
    const flags = findMap(root, 'f');
    if (flags === undefined || flags.entries.length === 0) return undefined;
    if (!flags.entries.every(({ node }) => findEntry(node, 'v') && findEntry(node, 't'))) return undefined;
    return { flags: flagsOfMap(flags), otherEntries: entriesBeside(root, 'f') };
  },
  read: readConfigCatEntry,
};

function readConfigCatEntry(node: DataNode): EntryReading {
  const rules = listItems(node, 'r');
  const options = [listItems(node, 'p'), ...rules.map((rule) => listItems(rule, 'p'))].filter(
    ({ length }) => length > 0,
  );
  const given = [node, ...rules.map((rule) => findMap(rule, 's') ?? rule)].filter((each) => findEntry(each, 'v'));
  const shares = options.map((each) => each.map(shareOf));
  // Where there are percentages for everybody, they are served in place of the value.
  const values = listItems(node, 'p').length > 0 ? given.slice(1) : given;
  const isOn =
    values.some((each) => !isOffValue(each)) ||
    options.some((each, index) =>
      each.some((option, at) => !isOffValue(option) && reachesSomeone(shares[index]?.[at] as Rollout)),
    );
  return {
    state: isOn ? 'on' : 'off',
    rollouts: shares.flat(),
    splits: shares.map((each) => ({
      total: each.reduce((sum, { percent }) => sum + percent, 0),
      at: (each[0] as Rollout).at,
    })),
  };
}

function shareOf(option: DataNode): Rollout {
  const percent = findEntry(option, 'p')?.node;
  return { percent: percent ? parseNumber(percent) : Number.NaN, at: (percent ?? option).at };
}

/** Version 6 has the value by its type (`{b: true}`), version 5 bare. */
function isOffValue(holder: DataNode): boolean {
  const value = findEntry(holder, 'v')?.node;
  const inner = value?.kind === 'map' ? findScalar(value, value.entries[0]?.key ?? '') : value;
  return inner !== undefined && isOffVariant('', inner);
}
