import type { DataMap } from '../../../parsers/data-tree.js';
import { findScalar } from '../../find-entry.js';
import { flagsOfList, flagsOfMap, gatherMap, type FlagFormat, type FoundFlags } from '../flag-format.js';
import { readHomeMadeEntry } from './read-home-made-entry.js';
import { isFlagPart, isSwitchName, nameKeys } from '../switch-names.js';
import { unwrap } from './unwrap.js';

/** Keys of a plain map that describe the file or are shared by its flags; everything else there is a flag. */
const notAFlag =
  /^(?:[.$_]|x-)|^(?:version|schema|namespace|segments|defaults?|templates?|anchors|definitions|metadata)$/i;
/** One flag that is a whole file: its name stands beside what it says. */
export const oneFlag: FlagFormat = {
  shape: 'one-flag',
  kind: 'one flag',
  find(root) {
    if (root.kind !== 'map') return undefined;
    const key = nameKeys.map((name) => findScalar(root, name)).find((each) => each !== undefined && each.text !== '');
    const says = root.entries.some(
      ({ key: part, node }) => (node.kind === 'scalar' && isSwitchName(part)) || /^varia(?:nt|tion)s$/i.test(part),
    );
    return key && says
      ? {
          flags: [
            {
              key: key.text,
              entry: {
                at: key.at,
                node: gatherMap(
                  root.at,
                  root.entries.map((entry) => [entry.key, entry.node]),
                ),
              },
            },
          ],
        }
      : undefined;
  },
  read: readHomeMadeEntry,
};

/** A map of flags by key, bare or wrapped. */
export const flagsByKey: FlagFormat = {
  shape: 'map',
  kind: 'flags by their keys',
  find(root) {
    if (root.kind !== 'map') return undefined;
    const { holders, wrapped } = unwrap(root);
    if (wrapped || holders[0] !== root) return undefined;
    const flags = root.entries.filter(
      ({ key, node }) => !notAFlag.test(key) && !(node.kind === 'scalar' && isFlagPart(key)),
    );
    return {
      flags: flags.map((entry) => ({ key: entry.key, entry })),
      otherEntries: root.entries.filter((entry) => !flags.includes(entry)),
    };
  },
  read: readHomeMadeEntry,
};

/** The same within `flags:`, `feature_flags:` and the like. */
export const wrappedFlags: FlagFormat = {
  shape: 'flags-map',
  kind: 'flags by their keys',
  find(root) {
    if (root.kind !== 'map') return undefined;
    const { holders, rest, wrapped } = unwrap(root);
    if (!wrapped || holders.some(({ kind }) => kind === 'list')) return undefined;
    return { flags: holders.flatMap((holder) => flagsOfMap(holder as DataMap)), otherEntries: rest };
  },
  read: readHomeMadeEntry,
};

/** A list of flags that each have a key. */
export const listedFlags: FlagFormat = {
  shape: 'flags-list',
  kind: 'a list of flags',
  find(root): FoundFlags | undefined {
    if (root.kind === 'scalar') return undefined;
    const { holders, rest } = unwrap(root);
    const [list] = holders;
    if (list?.kind !== 'list' || holders.length > 1) return undefined;
    const found = flagsOfList(list.items, ...nameKeys);
    return found.flags.length === 0 && list.items.length > 0 ? undefined : { ...found, otherEntries: rest };
  },
  read: readHomeMadeEntry,
};

/** A list of names whose own name says that they are on. */
export const namesOfEnabledFlags = namesFormat('a list of the flags that are on', 'on', (key) =>
  /enabled|active|(?:^|[_-])on$/i.test(key),
);

/** A list of names: what is in it may be on, or only be known by its name. */
export const flagNames = namesFormat('a list of the names of flags', 'unknown', () => true);

function namesFormat(kind: string, state: 'on' | 'unknown', fits: (key: string) => boolean): FlagFormat {
  return {
    shape: 'names',
    kind,
    find(root) {
      const [only] = root.kind === 'map' && root.entries.length === 1 ? root.entries : [];
      const list = only?.node ?? root;
      if (list.kind !== 'list' || list.items.length === 0 || !fits(only?.key ?? '')) return undefined;
      const flags = list.items.flatMap((node) =>
        node.kind === 'scalar' && /^[A-Za-z][\w.:-]{2,}$/.test(node.text)
          ? [{ key: node.text, entry: { at: node.at, node } }]
          : [],
      );
      return flags.length === list.items.length ? { flags } : undefined;
    },
    read: () => ({ state }),
  };
}
