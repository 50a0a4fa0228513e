import type { Name } from './names.js';
import { git, type Work } from './work.js';

/** A path as a tree has it. */
export interface Version {
  readonly mode: string;
  readonly oid: string;
}

/** All files of a tree or a commit. */
export async function versionsIn(work: Work, tree: string): Promise<ReadonlyMap<Name, Version>> {
  const lines = (await git(work, ['ls-tree', '-r', '-z', '--full-tree', tree])).toString('latin1').split('\0');
  return new Map(
    lines.slice(0, -1).map((line) => {
      const tab = line.indexOf('\t');
      const [mode = '', , oid = ''] = line.slice(0, tab).split(' ');
      return [line.slice(tab + 1), { mode, oid }] as const;
    }),
  );
}
