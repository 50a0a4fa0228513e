import type { Head } from './branches.js';
import { joinDiskPath } from './byte-path.js';
import { listFolder, runGit, runGitLine, type Work } from '../work.js';

/**
 * Proves that everything is there that these commits reach and no branch, tag or remote does, and keeps it until `releaseObjects`: in a
 * pack marked so that a `git gc` or `git prune` which looked before a ref named these commits cannot take of it. Ends the operation
 * where something is missing. `folder`: that of the operation; `head`: where it was before.
 */
export async function keepObjects(work: Work, folder: string, commits: readonly string[], head: Head): Promise<void> {
  if (commits.length === 0) return;
  // The branch itself may be on one of them already.
  const before =
    head.branch === undefined ? [] : [head.commit, `--exclude=${head.branch}`].flatMap((each) => each ?? []);
  const walk = ['rev-list', '--objects', '--missing=allow-promisor', ...commits];
  const input = await runGit(work, [...walk, '--not', ...before, '--branches', '--tags', '--remotes']);
  const pack = ['pack-objects', '--quiet', '--non-empty', '--honor-pack-keep', '--window=0', '--compression=1'];
  const made = await runGitLine(work, ['-c', 'pack.packSizeLimit=0', ...pack, `${folder}/pack`], { input });
  if (made === '') return;
  // A pack of the same objects may be about to be removed: no two have the same name.
  const name = `pack-${work.newId().replaceAll('-', '').padEnd(made.length, '0')}`;
  await work.disk.write(joinDiskPath(folder, `keep-${name}`), Buffer.alloc(0), 'file');
  await work.disk.write(placeOf(work, `${name}.keep`), Buffer.from('PM Zone\n'), 'file');
  for (const ending of ['pack', 'idx'])
    await work.disk.replace(joinDiskPath(folder, `pack-${made}.${ending}`), placeOf(work, `${name}.${ending}`));
}

/** Lets git clear up as ever what an operation kept: by now refs and the index name what is needed of it. */
export async function releaseObjects(work: Work, folder: string): Promise<void> {
  for (const note of await listFolder(work, folder))
    if (note.startsWith('keep-')) await work.disk.remove(placeOf(work, `${note.slice('keep-'.length)}.keep`));
}

function placeOf(work: Work, name: string): Buffer {
  return joinDiskPath(work.repository.commonDir, 'objects', 'pack', name);
}
