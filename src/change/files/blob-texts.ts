import type { FileVersion } from '../change.js';
import { specialMode, toFileVersion } from './file-version.js';
import { maxTotalBytes, type TreeEntry, type Objects } from '../../git/objects.js';

/** The texts of blobs, each read once. Above a limit a version is `too-large`. */
export interface BlobTexts {
  /** In the order of `files`. */
  read(files: readonly TreeEntry[]): Promise<readonly FileVersion[]>;
}

const atOnce = 500;

/** Reads git's own, unfiltered contents: 256 MB of text in all, no file over 5 MB. */
export function openBlobTexts(objects: Objects): BlobTexts {
  const known = new Map<string, FileVersion>();
  let left = maxTotalBytes;
  const keyOf = (file: TreeEntry): string => `${file.mode} ${file.oid}`;
  return {
    async read(files) {
      const wanted = [...new Map(files.map((file) => [keyOf(file), file])).values()].filter(
        (file) => !known.has(keyOf(file)),
      );
      for (let from = 0; from < wanted.length; from += atOnce) {
        const some = wanted.slice(from, from + atOnce);
        const read = some.filter((file) => specialMode(file.mode) !== 'submodule').map((file) => file.oid);
        const found = await objects.read(read, { budget: left });
        for (const object of found.values())
          if (typeof object === 'object' && object.content) left -= object.content.length;
        for (const file of some) known.set(keyOf(file), toFileVersion(file.mode, file.oid, found.get(file.oid)));
      }
      return files.map((file) => known.get(keyOf(file)) as FileVersion);
    },
  };
}
