import type { DataNode, DataScalar } from '../../../parsers/data-tree.js';
import type { EntryReading, FlagFault, Rollout } from '../../flag-change.js';
import { findEntry, findMap, findScalar, listItems } from '../../find-entry.js';
import { parseNumber, parseSwitch, reachesSomeone } from '../../parse-switch.js';
import { findNearMisses, findNoTruth, nameKind } from '../find-faults.js';
import { entriesBeside, flagsOfMap, type FlagFormat } from '../flag-format.js';
import { isOffVariant } from '../off-values.js';
import { readHomeMadeEntry } from '../own/read-home-made-entry.js';

/** A data file of LaunchDarkly’s SDKs: whole flags in `flags`, bare values in `flagValues`. Segments are no flags. */
export const launchDarkly: FlagFormat = {
  shape: 'launchdarkly',
  kind: 'a data file of LaunchDarkly',
  find(root) {
    const [flags, values] = [findMap(root, 'flags'), findMap(root, 'flagValues')];
    const isWhole = flags?.entries.some(
      ({ node }) => findEntry(node, 'variations')?.node.kind === 'list' || findEntry(node, 'fallthrough'),
    );
    if (values === undefined && isWhole !== true) return undefined;
    return {
      flags: [flags, values].flatMap((each) => (each ? flagsOfMap(each) : [])),
      otherEntries: entriesBeside(root, 'flags', 'flagValues'),
    };
  },
  read: (node) => (findEntry(node, 'variations', 'fallthrough', 'on') ? readWholeFlag(node) : readHomeMadeEntry(node)),
};

/**
 * On, it serves its targets, rules and fallthrough; off, its `offVariation`, which is what this flag calls off where no variation plainly is.
 * Weights are in thousandths of a percent.
 */
function readWholeFlag(node: DataNode): EntryReading {
  const variations = listItems(node, 'variations');
  const isOff = (index: DataScalar | undefined): boolean => {
    const value = variations[Number(index?.text)];
    return index === undefined || index.value === null || (value !== undefined && isOffVariant('', value));
  };
  const targets = ['targets', 'contextTargets'].flatMap((name) => listItems(node, name));
  const rules = [findMap(node, 'fallthrough'), ...listItems(node, 'rules'), ...targets];
  const weights = rules.map((rule) => listItems(findMap(rule, 'rollout'), 'variations'));
  const shares = weights.map((each) =>
    each.map((share) => ({ ...weightOf(share), variation: findScalar(share, 'variation') })),
  );
  const on = findScalar(node, 'on');
  const state = on ? parseSwitch(on) : 'off';
  const served =
    rules.some((rule) => !isOff(findScalar(rule, 'variation')) && !namesNobody(rule)) ||
    shares.flat().some((share) => reachesSomeone(share) && !isOff(share.variation));
  const hasOff = variations.some((value) => isOffVariant('', value));
  const offState = !hasOff || isOff(findScalar(node, 'offVariation')) ? 'off' : 'on';
  const named = [
    findScalar(node, 'offVariation'),
    ...rules.map((rule) => findScalar(rule, 'variation')),
    ...shares.flat().map(({ variation }) => variation),
  ];
  const gives = nameKind(variations);
  return {
    ...(gives !== undefined && { gives }),
    state: state === 'off' ? offState : state === 'on' ? (served ? 'on' : 'off') : 'unknown',
    rollouts: shares.flat().map(({ percent, at }) => ({ percent, at })),
    splits: shares.flatMap((each) =>
      each[0] === undefined ? [] : [{ total: each.reduce((sum, { percent }) => sum + percent, 0), at: each[0].at }],
    ),
    faults: [
      ...findNearMisses(
        node,
        'key on variations fallthrough offVariation rules targets contextTargets prerequisites salt version trackEvents'.split(
          ' ',
        ),
      ),
      ...findNoTruth(node, 'on'),
      ...outOfRange(named, variations.length),
    ],
  };
}

/** A target is a list of people, which may be empty. */
function namesNobody(rule: DataNode | undefined): boolean {
  const values = findEntry(rule, 'values')?.node;
  return values?.kind === 'list' && values.items.length === 0;
}

function weightOf(share: DataNode): Rollout {
  const weight = findEntry(share, 'weight')?.node;
  return { percent: weight ? parseNumber(weight) / 1000 : Number.NaN, at: (weight ?? share).at };
}

function outOfRange(named: readonly (DataScalar | undefined)[], count: number): readonly FlagFault[] {
  return named.flatMap((index) => {
    if (index === undefined || index.value === null || count === 0) return [];
    const number = parseNumber(index);
    if (Number.isInteger(number) && number >= 0 && number < count) return [];
    return [
      {
        at: index.at,
        message: `There is no variation ${index.text.slice(0, 40)}: the flag’s ${count} variations are counted from 0.`,
      },
    ];
  });
}
