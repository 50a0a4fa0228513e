import { resolve } from 'node:path';
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
  const packs = resolve(work.repository.root, await runGitLine(work, ['rev-parse', '--git-path', 'objects/pack']));
  // A pack of the same objects may be about to be removed: no two have the same name.
  const name = `pack-${work.newId().replaceAll('-', '').padEnd(made.length, '0')}`;
  const mark = joinDiskPath(packs, `${name}.keep`);
  await work.disk.write(joinDiskPath(folder, `keep-${name}`), mark, 'file');
  await work.disk.write(mark, Buffer.from('PM Zone\n'), 'file');
  for (const ending of ['pack', 'idx'])
    await work.disk.move(joinDiskPath(folder, `pack-${made}.${ending}`), joinDiskPath(packs, `${name}.${ending}`));
}

/** Lets git clear up as ever what an operation kept: by now refs and the index name what is needed of it. */
export async function releaseObjects(work: Work, folder: string): Promise<void> {
  for (const note of await listFolder(work, folder))
    if (note.startsWith('keep-pack-')) await work.disk.remove(await work.disk.read(joinDiskPath(folder, note)));
}
