import type { DataNode } from '../../../parsers/data-tree.js';
import type { EntryReading } from '../../flag-change.js';
import { findMap, findScalar } from '../../find-entry.js';
import { entriesBeside, gatherMap, type FlagFormat, type FoundFlags, type PlacedFlag } from '../flag-format.js';

/** Togglz’ properties: `KEY = true`, with `KEY.strategy` and its parameters; in Spring `togglz.features.KEY.enabled`, also as YAML. */
export const togglz: FlagFormat = {
  shape: 'togglz',
  kind: 'flags of Togglz',
  find(root) {
    const nested = nestedFeatures(root);
    if (nested) return nested;
    const found = propertiesIn(root, /^togglz\.features\./);
    return found && { flags: gather(found.lines, ({ name }) => name.replace(/\..*$/, '')), ...found.beside };
  },
  read: (node) => readWords(node, /^(?:true|yes|on|enabled?)$/i),
};

/** FF4j’s properties: `ff4j.features.0.uid`, `….enable`. */
export const ff4j: FlagFormat = {
  shape: 'ff4j',
  kind: 'flags of FF4j',
  find(root) {
    const found = propertiesIn(root, /^ff4j\.features\./);
    if (!found?.lines.some(({ name }) => /^\d+\.uid$/.test(name))) return undefined;
    const groups = gather(found.lines, ({ name }) => name.replace(/\..*$/, ''));
    return {
      flags: groups.flatMap(({ entry }) => {
        const uid = findScalar(entry.node, 'uid');
        return uid ? [{ key: uid.text, entry: { at: uid.at, node: entry.node } }] : [];
      }),
      ...found.beside,
    };
  },
  read: (node) => readWords(node, /^true$/i),
};

interface Line {
  readonly name: string;
  readonly at: DataNode['at'];
  readonly node: DataNode;
}

interface FoundLines {
  readonly lines: readonly Line[];
  readonly beside: Pick<FoundFlags, 'otherEntries' | 'amongSettings'>;
}

/** In Spring's YAML: `togglz: {features: {KEY: {enabled: true}}}`. */
function nestedFeatures(root: DataNode): FoundFlags | undefined {
  const holder = findMap(root, 'togglz');
  const features = findMap(holder, 'features');
  if (holder === undefined || features === undefined) return undefined;
  return {
    flags: features.entries.map(({ key, at, node }) => ({
      key,
      entry: { at, node: node.kind === 'map' ? node : gatherMap(at, [['enabled', node]]) },
    })),
    otherEntries: [...entriesBeside(root, 'togglz'), ...entriesBeside(holder, 'features')],
    amongSettings: true,
  };
}

/** The lines of a properties file: those with the prefix, beside which all others are settings; without any that has it, all. */
function propertiesIn(root: DataNode, prefix: RegExp): FoundLines | undefined {
  const properties = findMap(root, 'properties file');
  if (properties === undefined) return undefined;
  const own = properties.entries.filter(({ key }) => prefix.test(key));
  const lines = (own.length > 0 ? own : properties.entries).map(({ key, at, node }) => ({
    name: key.replace(prefix, ''),
    at,
    node,
  }));
  const otherEntries = own.length > 0 ? properties.entries.filter(({ key }) => !prefix.test(key)) : [];
  return { lines, beside: { otherEntries, amongSettings: true } };
}

function gather(lines: readonly Line[], keyOf: (line: Line) => string): readonly PlacedFlag[] {
  const groups = new Map<string, Line[]>();
  for (const line of lines) groups.set(keyOf(line), [...(groups.get(keyOf(line)) ?? []), line]);
  return [...groups].map(([key, group]) => {
    const at = (group[0] as Line).at;
    const parts = group.map(({ name, node }) => [name.slice(key.length + 1) || 'enabled', node] as const);
    return { key, entry: { at, node: gatherMap(at, parts) } };
  });
}

function readWords(node: DataNode, on: RegExp): EntryReading {
  const said = findScalar(node, 'enabled') ?? findScalar(node, 'enable');
  const word = said?.text.trim() ?? '';
  const isClear = said === undefined || on.test(word) || /^(?:false|no|off|disabled?|)$/i.test(word);
  return {
    state: on.test(word) ? 'on' : 'off',
    faults: isClear ? [] : [{ at: said.at, message: `“${word.slice(0, 40)}” is neither true nor false.` }],
  };
}
