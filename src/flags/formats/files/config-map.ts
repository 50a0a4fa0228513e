import type { DataEntry, DataNode, DataScalar } from '../../../parsers/data-tree.js';
import type { EntryReading } from '../../flag-change.js';
import { findMap, findScalar } from '../../find-entry.js';
import { entriesBeside, flagsOfMap, type FlagFormat } from '../flag-format.js';

/** A ConfigMap of Kubernetes: each entry of its data has a name of its own, and a text. Whole files may lie in it, too: whose flags these have nobody sees. */
export const configMap: FlagFormat = {
  shape: 'flags-map',
  kind: 'a ConfigMap of Kubernetes',
  find(root) {
    const data = findMap(root, 'data');
    if (findScalar(root, 'kind')?.text !== 'ConfigMap' || data === undefined || data.entries.some(isFile))
      return undefined;
    return { flags: flagsOfMap(data), otherEntries: entriesBeside(root, 'data') };
  },
  read: readText,
};

/** Kubernetes takes texts alone, so that a quoted truth value is one. */
function readText(node: DataNode): EntryReading {
  const { text } = node as DataScalar;
  if (/^(?:true|yes|on|enabled?)$/i.test(text)) return { state: 'on' };
  return { state: /^(?:false|no|off|disabled?)$/i.test(text) ? 'off' : 'unknown' };
}

function isFile({ key, node }: DataEntry): boolean {
  return node.kind !== 'scalar' || /\.\w{2,10}$/.test(key) || node.text.includes('\n');
}
