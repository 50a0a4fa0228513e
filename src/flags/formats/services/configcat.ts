import type { DataNode } from '../../../parsers/data-tree.js';
import type { EntryReading, FlagFault, Rollout } from '../../flag-change.js';
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
    faults: findOtherType(node, [...given, ...options.flat()]),
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

function isOffValue(holder: DataNode): boolean {
  const value = valueOf(holder);
  return value !== undefined && isOffVariant('', value);
}

/** Version 6 has the value by its type (`{b: true}`), version 5 bare. */
function valueOf(holder: DataNode): DataNode | undefined {
  const value = findEntry(holder, 'v')?.node;
  return value?.kind === 'map' ? findScalar(value, value.entries[0]?.key ?? '') : value;
}

/** Values that are not of the type that the flag has by its number. */
function findOtherType(node: DataNode, holders: readonly DataNode[]): readonly FlagFault[] {
  const type = new Map([
    ['0', { is: 'boolean', called: 'true or false, without quotation marks' }],
    ['1', { is: 'string', called: 'a text in quotation marks' }],
    ['2', { is: 'number', called: 'a number' }],
    ['3', { is: 'number', called: 'a number' }],
  ]).get(String(findScalar(node, 't')?.text));
  const values = holders.flatMap((holder) => valueOf(holder) ?? []);
  return values.flatMap((value) => {
    if (type === undefined || value.kind !== 'scalar' || typeof value.value === type.is) return [];
    return [
      { at: value.at, message: `“${value.text.slice(0, 40)}” has to be ${type.called}, as the flag’s type says.` },
    ];
  });
}
