import type { DataNode } from '../parsers/data-tree.js';
import { entriesBeside, type FlagFormat, type FoundFlags } from './formats/flag-format.js';
import { homeMadeFormats, programFormats } from './formats/list-formats.js';
import { findOtherKind } from './formats/own/no-flags.js';

/** A file's format with what it found, or what the file was taken for instead. */
export type FlagLayout =
  | (Required<Omit<FoundFlags, 'amongSettings'>> &
      Pick<FoundFlags, 'amongSettings'> &
      Pick<FlagFormat, 'shape' | 'kind' | 'read'>)
  | {
      readonly shape: 'no-flags';
      readonly kind: string;
      readonly flags: readonly [];
      readonly otherEntries: readonly [];
      readonly keyless: readonly [];
    };

/** Recognises what a file is by what is in it. `undefined` where nobody can say which flags it has. */
export function readFlagLayout(root: DataNode): FlagLayout | undefined {
  const program = recognise(programFormats, root) ?? recogniseBelow(root);
  if (program) return program;
  const kind = findOtherKind(root);
  if (kind !== undefined) return { shape: 'no-flags', kind, flags: [], otherEntries: [], keyless: [] };
  return recognise(homeMadeFormats, root);
}

/** Flags of a program that stand whole under one key of a file about something else besides. */
function recogniseBelow(root: DataNode): FlagLayout | undefined {
  if (root.kind !== 'map' || root.entries.length > mostEntries) return undefined;
  const found = root.entries.flatMap(({ key, node }) => {
    const layout = node.kind === 'map' ? recognise(programFormats, node) : undefined;
    return layout ? [{ key, layout }] : [];
  });
  const [only] = found;
  if (only === undefined || found.length > 1) return undefined;
  const { key, layout } = only;
  return { ...layout, otherEntries: [...entriesBeside(root, key), ...layout.otherEntries] } as FlagLayout;
}

/** What has more entries is a list of its own. */
const mostEntries = 30;

function recognise(formats: readonly FlagFormat[], root: DataNode): FlagLayout | undefined {
  for (const { shape, kind, find, read } of formats) {
    const found = find(root);
    if (found) return { shape, kind, read, otherEntries: [], keyless: [], ...found };
  }
  return undefined;
}
