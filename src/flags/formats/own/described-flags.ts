import type { DataEntry, DataMap, DataNode } from '../../../parsers/data-tree.js';
import type { FlagFormat } from '../flag-format.js';
import { isSwitchName } from '../switch-names.js';
import { unwrap } from './unwrap.js';

/** A register of flags: what each is for, in a sentence or by author and description. Whether one is on is said elsewhere. */
export const describedFlags: FlagFormat = {
  shape: 'descriptions',
  kind: 'a list of flags and what each is for, which does not say whether one is on',
  find(root) {
    if (root.kind !== 'map') return undefined;
    const { holders, rest } = unwrap(root);
    const entries = holders.flatMap((holder) => (holder.kind === 'map' ? holder.entries : []));
    if (entries.length === 0 || holders.some(({ kind }) => kind === 'list')) return undefined;
    if (!entries.every(isDescribed) || entries.every(({ node }) => isEmpty(node))) return undefined;
    return { flags: entries.map((entry) => ({ key: entry.key, entry })), otherEntries: rest };
  },
  read: () => ({ state: 'unknown', stateless: true }),
};

function isDescribed({ key, node }: DataEntry): boolean {
  if (!/^[A-Za-z][\w.:-]{2,}$/.test(key)) return false;
  if (node.kind === 'scalar')
    return isEmpty(node) || (isText(node) && /\s/.test(node.text.trim()) && !/<%/.test(node.text));
  return node.kind === 'map' && isDescription(node);
}

function isDescription({ entries }: DataMap): boolean {
  return (
    entries.some(({ key, node }) => /^(?:description|summary|purpose)$/i.test(key) && isText(node)) &&
    entries.every(({ key, node }) => !isSwitchName(key) && (isText(node) || isEmpty(node)))
  );
}

function isText(node: DataNode): boolean {
  return node.kind === 'scalar' && typeof node.value === 'string' && typeof node.older === 'string';
}

function isEmpty(node: DataNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}
