import type { TreeEntry } from '../../git/objects.js';
import type { BytePath } from './byte-path.js';
import { runGit, type Work } from '../work.js';

/** A path as an index has it. */
export interface IndexEntry extends TreeEntry {
  readonly name: BytePath;
  /** Git does not look at the file: sparse checkout (`absent` is its right state), or told not to. */
  readonly tracking: 'watched' | 'absent' | 'ignored';
}

export interface IndexEntries {
  readonly entries: ReadonlyMap<BytePath, IndexEntry>;
  readonly conflicts: ReadonlySet<BytePath>;
}

/** Reads an index. Of a path in conflict the entry is our side's, where it has one. */
export async function readIndex(work: Work, index: string): Promise<IndexEntries> {
  const text = (await runGit(work, ['ls-files', '--stage', '-v', '-z', '--full-name'], { index })).toString('latin1');
  const entries = new Map<BytePath, IndexEntry>();
  const conflicts = new Set<BytePath>();
  // `TAG MODE OID STAGE\tNAME\0`, with one character for the tag and for the stage.
  for (let at = 0, end = text.indexOf('\0'); end >= 0; at = end + 1, end = text.indexOf('\0', at)) {
    const tab = text.indexOf('\t', at);
    const [tag, stage] = [text.charAt(at), text.charAt(tab - 1)];
    const name = text.slice(tab + 1, end);
    if (stage !== '0') conflicts.add(name);
    const tracking = tag.toUpperCase() === 'S' ? 'absent' : tag === tag.toLowerCase() ? 'ignored' : 'watched';
    if (stage === '0' || stage === '2')
      entries.set(name, { name, mode: text.slice(at + 2, at + 8), oid: text.slice(at + 9, tab - 2), tracking });
  }
  return { entries, conflicts };
}

/** What a path of an index is to be; without a version it goes. `stage`: 1 to 3 of a path in conflict. */
export interface IndexChange {
  readonly name: BytePath;
  readonly version: TreeEntry | undefined;
  readonly stage?: number;
}

/** Changes paths of an index, whatever names the disk would take for the same. `idLength` is that of the repository's ids. */
export async function updateIndex(
  work: Work,
  index: string,
  changes: readonly IndexChange[],
  idLength: number,
): Promise<void> {
  if (changes.length === 0) return;
  const lines = changes.map(({ name, version, stage = 0 }) =>
    version ? `${version.mode} ${version.oid} ${stage}\t${name}\0` : `0 ${'0'.repeat(idLength)}\t${name}\0`,
  );
  const input = Buffer.from(lines.join(''), 'latin1');
  await runGit(work, ['-c', 'core.ignoreCase=false', 'update-index', '-z', '--index-info'], { index, input });
}

/** What two trees differ in, by name: the entry of the second one, or `undefined` where it has none. */
export async function diffTrees(
  work: Work,
  one: string,
  other: string,
): Promise<ReadonlyMap<BytePath, TreeEntry | undefined>> {
  if (one === other) return new Map();
  const args = ['diff-tree', '-r', '-z', '--raw', '--no-abbrev', '--no-renames', '--ignore-submodules=none'];
  const parts = (await runGit(work, [...args, '--no-ext-diff', '--no-textconv', one, other, '--']))
    .toString('latin1')
    .split('\0');
  const differences = new Map<BytePath, TreeEntry | undefined>();
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [, mode = '', , oid = ''] = (parts[at] as string).split(' ');
    differences.set(parts[at + 1] as string, mode === '000000' ? undefined : { mode, oid });
  }
  return differences;
}
