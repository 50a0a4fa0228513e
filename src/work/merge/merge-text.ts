import { joinDiskPath, stateFolder } from '../transaction/journal.js';
import { readBlobs } from '../git-store/git-objects.js';
import { runGitLine, type Work } from '../work.js';

/** Three versions of a text, by their ids. */
export interface TextSides {
  readonly base: string;
  readonly yours: string;
  readonly theirs: string;
}

/** What came of it: the text's id, and whether marks of both sides are in it. */
export interface MergedText {
  readonly oid: string;
  readonly marked: boolean;
}

/** Merges two versions of a text line by line, in git's store alone; `undefined` for what is no text, or cannot be read. */
export async function mergeText(work: Work, { base, yours, theirs }: TextSides): Promise<MergedText | undefined> {
  const folder = `${stateFolder(work)}/start-${work.process}-${work.newId()}`;
  const places: string[] = [];
  await work.disk.makeFolder(joinDiskPath(folder));
  try {
    for (const blob of await readBlobs(work, [yours, base, theirs])) {
      if (!blob) return undefined;
      const place = `${folder}/${places.length}`;
      await work.disk.write(joinDiskPath(place), blob, 'file');
      places.push(place);
    }
    const labels = ['yours', 'before', 'theirs'].flatMap((label) => ['-L', label]);
    const { code, output } = await work.run(['merge-file', '-p', '-q', ...labels, ...places]);
    // The code counts the places that are left; from 128 on it is an error, as for binary files.
    if (code > 127) return undefined;
    const oid = await runGitLine(work, ['hash-object', '-w', '--stdin'], { input: output });
    return { oid, marked: code > 0 };
  } finally {
    await work.disk.removeAll(joinDiskPath(folder));
  }
}
