import type { DataNode, DataScalar } from '../../../parsers/data-tree.js';
import type { EntryReading, Rollout } from '../../flag-change.js';
import { findEntry, findMap, findScalar, listItems } from '../../find-entry.js';
import { parseNumber, reachesSomeone } from '../../parse-switch.js';
import { isTeamsOnly } from '../../environment-names.js';
import { findNearMisses, findUnknownVariants } from '../find-faults.js';
import { entriesBeside, type FlagFormat } from '../flag-format.js';

/** Harness’s flags in git: `featureFlags.flags[].flag`, on or off by environment. */
export const harness: FlagFormat = {
  shape: 'harness',
  kind: 'flags of Harness',
  find(root) {
    const holder = findMap(root, 'featureFlags') ?? root;
    const items = listItems(holder, 'flags');
    const flags = items.map((item) => findMap(item, 'flag'));
    if (
      items.length === 0
        ? findEntry(holder, 'projectIdentifier') === undefined
        : !flags.some((flag) => findScalar(flag, 'identifier'))
    )
      return undefined;
    return {
      flags: flags.flatMap((node) => {
        const key = findScalar(node, 'identifier');
        return node && key ? [{ key: key.text, entry: { at: key.at, node } }] : [];
      }),
      keyless: items.filter((_, index) => findScalar(flags[index], 'identifier') === undefined),
      otherEntries: [
        ...(holder === root ? [] : entriesBeside(root, 'featureFlags')),
        ...entriesBeside(holder, 'flags'),
      ],
    };
  },
  read: readHarnessEntry,
};

/** In each environment that people see: on, it serves its default `onVariation` and its rules; off, `offVariation`. */
function readHarnessEntry(node: DataNode): EntryReading {
  const spec = findMap(node, 'spec');
  const variations = listItems(spec, 'variations');
  const off = new Set(
    variations.flatMap((variation) => {
      const [name, value] = [findScalar(variation, 'identifier'), findScalar(variation, 'value')];
      return name && /^(?:false|off|none|)$/i.test(value?.text ?? name.text) ? [name.text] : [];
    }),
  );
  const all = listItems(node, 'environments');
  const environments = all.filter((each) => !isTeamsOnly(findScalar(each, 'identifier')?.text ?? ''));
  const shares = all.flatMap(sharesIn);
  const serves = (variation: DataScalar | undefined): boolean => variation !== undefined && !off.has(variation.text);
  const isOn = environments.some((each) => {
    const defaults = findMap(each, 'default') ?? findMap(spec, 'default');
    if (findScalar(each, 'state')?.text !== 'on') return serves(findScalar(defaults, 'offVariation'));
    const given = [
      findScalar(defaults, 'onVariation'),
      ...rulesOf(each).map((rule) => findScalar(findMap(rule, 'serve'), 'variation')),
      ...listItems(each, 'variationMap')
        .filter((people) => findEntry(people, 'targetSegments') || listItems(people, 'targets').length > 0)
        .map((people) => findScalar(people, 'variation')),
    ];
    return (
      given.some(serves) || sharesIn(each).some((share) => reachesSomeone(share) && !off.has(share.variation.text))
    );
  });
  // Where it is on, and the file does not say what that serves.
  const isUnsaid = (each: DataNode): boolean =>
    findScalar(each, 'state')?.text === 'on' &&
    findScalar(findMap(each, 'default') ?? findMap(spec, 'default'), 'onVariation') === undefined;
  const named = [findMap(spec, 'default'), ...all.map((each) => findMap(each, 'default'))].flatMap((defaults) =>
    ['onVariation', 'offVariation'].flatMap((name) => findScalar(defaults, name) ?? []),
  );
  const names = variations.flatMap((variation) => findScalar(variation, 'identifier')?.text ?? []);
  return {
    state: isOn ? 'on' : environments.some(isUnsaid) ? 'unknown' : 'off',
    rollouts: shares.map(({ percent, at }) => ({ percent, at })),
    splits: all.flatMap(rulesOf).flatMap((rule) => {
      const weights = weighedIn(rule).flatMap((share) => findEntry(share, 'weight')?.node ?? []);
      const total = weights.reduce((sum, weight) => sum + parseNumber(weight), 0);
      return weights[0] === undefined ? [] : [{ total, at: weights[0].at }];
    }),
    faults: [
      ...findNearMisses(node, [
        'name',
        'identifier',
        'description',
        'permanent',
        'spec',
        'environments',
        'tags',
        'owner',
        'archived',
        'prerequisites',
      ]),
      ...(names.length === 0
        ? []
        : findUnknownVariants([...named, ...shares.map(({ variation }) => variation)], new Set(names))),
      ...all.flatMap((each) => {
        const state = findScalar(each, 'state');
        return state === undefined || /^(?:on|off)$/.test(state.text)
          ? []
          : [
              {
                at: state.at,
                message: `“state” has to be "on" or "off", and “${state.text.slice(0, 40)}” is neither.`,
              },
            ];
      }),
    ],
  };
}

function sharesIn(environment: DataNode): readonly (Rollout & { readonly variation: DataScalar })[] {
  return rulesOf(environment)
    .flatMap(weighedIn)
    .flatMap((share) => {
      const [weight, variation] = [findEntry(share, 'weight')?.node, findScalar(share, 'variation')];
      return weight && variation ? [{ percent: parseNumber(weight), at: weight.at, variation }] : [];
    });
}

function rulesOf(environment: DataNode): readonly DataNode[] {
  return listItems(environment, 'rules');
}

/** The variations among which a rule shares people out. */
function weighedIn(rule: DataNode): readonly DataNode[] {
  return listItems(findMap(findMap(rule, 'serve'), 'distribution'), 'variations');
}
