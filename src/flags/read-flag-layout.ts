import type { DataNode } from '../parsers/data-tree.js';
import type { FlagFormat, FoundFlags } from './formats/flag-format.js';
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
  const program = recognise(programFormats, root);
  if (program) return program;
  const kind = findOtherKind(root);
  if (kind !== undefined) return { shape: 'no-flags', kind, flags: [], otherEntries: [], keyless: [] };
  return recognise(homeMadeFormats, root);
}

function recognise(formats: readonly FlagFormat[], root: DataNode): FlagLayout | undefined {
  for (const { shape, kind, find, read } of formats) {
    const found = find(root);
    if (found) return { shape, kind, read, otherEntries: [], keyless: [], ...found };
  }
  return undefined;
}
