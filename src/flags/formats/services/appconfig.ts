import type { DataNode } from '../../../parsers/data-tree.js';
import { findEntry, findMap, findScalar, listItems } from '../../find-entry.js';
import { parseSwitch } from '../../parse-switch.js';
import { findNoTruth, findNearMisses } from '../find-faults.js';
import { gatherMap, type FlagFormat } from '../flag-format.js';

/** AWS AppConfig: `flags` defines, `values` turns on. */
export const appConfig: FlagFormat = {
  shape: 'appconfig',
  kind: 'flags of AWS AppConfig',
  find(root) {
    const [flags, values] = [findMap(root, 'flags'), findMap(root, 'values')];
    if (flags === undefined || values === undefined) return undefined;
    const defined = [...flags.entries, ...values.entries.filter(({ key }) => !findEntry(flags, key))];
    return {
      flags: defined.map(({ key, at }) => ({
        key,
        entry: {
          at,
          node: gatherMap(at, [
            ...part('definition', findEntry(flags, key)?.node),
            ...part('value', findEntry(values, key)?.node),
          ]),
        },
      })),
    };
  },
  read(node) {
    const value = findMap(node, 'value') ?? node;
    const said = [value, ...listItems(value, '_variants')]
      .flatMap((each) => findScalar(each, 'enabled') ?? [])
      .map(parseSwitch);
    const state = said.includes('on') ? 'on' : said.includes('unknown') ? 'unknown' : 'off';
    return {
      state,
      faults: [value, ...listItems(value, '_variants')].flatMap((each) => [
        ...findNoTruth(each, 'enabled'),
        ...findNearMisses(each, ['enabled']),
      ]),
    };
  },
};

function part(name: string, node: DataNode | undefined): [string, DataNode][] {
  return node ? [[name, node]] : [];
}
