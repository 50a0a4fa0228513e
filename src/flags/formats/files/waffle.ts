import type { DataMap, DataNode } from '../../../parsers/data-tree.js';
import type { EntryReading, Rollout } from '../../flag-change.js';
import { findEntry, findMap, findScalar, listItems } from '../../find-entry.js';
import { parseNumber, parseSwitch, reachesSomeone } from '../../parse-switch.js';
import { findNearMisses, findNoTruth } from '../find-faults.js';
import type { FlagFormat } from '../flag-format.js';

/** Fixtures of django-waffle: flags, switches and samples among other rows. */
export const waffle: FlagFormat = {
  shape: 'waffle',
  kind: 'fixtures of django-waffle',
  find(root) {
    if (root.kind !== 'list') return undefined;
    const rows = root.items.filter((item) =>
      /^waffle\.\w*(?:flag|switch|sample)$/i.test(findScalar(item, 'model')?.text ?? ''),
    );
    if (rows.length === 0) return undefined;
    const keyOf = (row: DataNode): ReturnType<typeof findScalar> => findScalar(findMap(row, 'fields'), 'name');
    return {
      flags: rows.flatMap((node) => {
        const key = keyOf(node);
        return key ? [{ key: key.text, entry: { at: key.at, node } }] : [];
      }),
      keyless: rows.filter((row) => keyOf(row) === undefined),
      otherEntries: root.items.flatMap((node, index) =>
        rows.includes(node) ? [] : [{ key: nameOf(node) ?? `row ${index + 1}`, at: node.at, node, merged: false }],
      ),
      amongSettings: true,
    };
  },
  read: readWaffleEntry,
};

function isSample(row: DataNode): boolean {
  return findScalar(row, 'model')?.text.toLowerCase().endsWith('sample') === true;
}

/** Any row by its model and its own key. */
function nameOf(row: DataNode): string | undefined {
  const [model, key] = [findScalar(row, 'model'), findScalar(row, 'pk')];
  return model && key && `${model.text} ${key.text}`;
}

/** `everyone` decides alone where it is true or false; else anyone whom one of the rest lets in. `superusers` is true unless it is said. */
function readWaffleEntry(node: DataNode): EntryReading {
  // Its name is there.
  const fields = findMap(node, 'fields') as DataMap;
  const percent = findEntry(fields, 'percent')?.node;
  const rollouts: Rollout[] =
    percent === undefined || (percent.kind === 'scalar' && percent.value === null)
      ? []
      : [
          {
            percent:
              percent.kind === 'scalar' && /^\d{1,3}(?:\.\d+)?$/.test(percent.text)
                ? Number(percent.text)
                : parseNumber(percent),
            at: percent.at,
          },
        ];
  const active = findScalar(fields, 'active');
  const everyone = findScalar(fields, 'everyone');
  const isListed =
    ['groups', 'users'].some((name) => listItems(fields, name).length > 0) ||
    /[^\s,]/.test(findScalar(fields, 'languages')?.text ?? '');
  const isIn = ['authenticated', 'testing', 'staff'].some((name) => findScalar(fields, name)?.value === true);
  const state =
    active !== undefined
      ? parseSwitch(active)
      : everyone !== undefined && everyone.value !== null
        ? parseSwitch(everyone)
        : rollouts.some(reachesSomeone) || isListed || isIn || findScalar(fields, 'superusers')?.value !== false
          ? 'on'
          : 'off';
  return {
    state: isSample(node) && active === undefined ? (rollouts.some(reachesSomeone) ? 'on' : 'off') : state,
    rollouts,
    faults: [
      ...findNearMisses(
        fields,
        'name active everyone percent testing superusers staff authenticated languages groups users rollout note created modified'.split(
          ' ',
        ),
      ),
      ...findNoTruth(fields, 'active', 'everyone', 'testing', 'superusers', 'staff', 'authenticated', 'rollout'),
    ],
  };
}
