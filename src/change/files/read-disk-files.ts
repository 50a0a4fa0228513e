import { createHash } from 'node:crypto';
import type { FileVersion, Unread } from '../change.js';
import { specialMode, decodeText } from './file-version.js';
import type { Disk, DiskEntry } from '../../git/disk.js';
import { maxTextBytes, maxTotalBytes } from '../../git/objects.js';

/** A file of the working tree with the id that git would give its unfiltered content; `undefined` if it was not read. */
export interface DiskFile {
  readonly version: FileVersion;
  readonly oid: string | undefined;
  /** The id with line endings as `core.autocrlf` would store them. */
  readonly oidWithLf: string | undefined;
}

const atOnce = 16;
/** Once as many were there, no more are looked at: they count as `too-large`, with 0 bytes. */
const mostFiles = 10_000;

/**
 * Reads files of the working tree, few at a time: 256 MB in all, none over 5 MB, 10,000 files. `undefined` for a missing file. Names are in
 * git's bytes, one character each.
 */
export async function readDiskFiles(
  disk: Disk,
  names: readonly string[],
  idLength: number,
): Promise<readonly (DiskFile | undefined)[]> {
  const files: (DiskFile | undefined)[] = [];
  let left = maxTotalBytes;
  let next = 0;
  let found = 0;
  const work = async (): Promise<void> => {
    while (next < names.length && found < mostFiles) {
      const index = next;
      next += 1;
      found += 1;
      const entry = await disk.read(Buffer.from(names[index] as string, 'latin1'), Math.min(maxTextBytes, left));
      if (entry.kind === 'missing') found -= 1;
      if ('content' in entry) left -= entry.content.length;
      files[index] = diskFile(entry, idLength);
    }
  };
  files.length = names.length;
  await Promise.all(Array.from({ length: atOnce }, work));
  return files.fill(unreadFile('100644', 0, 'too-large'), next);
}

function diskFile(entry: DiskEntry, idLength: number): DiskFile | undefined {
  switch (entry.kind) {
    case 'missing':
    case 'folder':
      return undefined;
    case 'unreadable':
      return unreadFile('100644', 0, 'missing');
    case 'symbolic-link':
      return unreadFile('120000', entry.bytes, 'symbolic-link', blobId(entry.content, idLength));
    case 'file': {
      const { bytes, content } = entry;
      const mode = entry.executable ? '100755' : '100644';
      if (!content) return unreadFile(mode, bytes, 'too-large');
      const oid = blobId(content, idLength);
      const oidOfLines = content.includes('\r\n')
        ? blobId(Buffer.from(content.toString('latin1').replaceAll('\r\n', '\n'), 'latin1'), idLength)
        : oid;
      return { version: { mode, oid: undefined, bytes, ...decodeText(content) }, oid, oidWithLf: oidOfLines };
    }
  }
}

function unreadFile(mode: string, bytes: number, unread: Unread, oid?: string): DiskFile {
  return { version: { mode, oid: undefined, bytes, unread }, oid, oidWithLf: oid };
}

/** The id of a blob with this content. */
function blobId(content: Buffer, idLength: number): string {
  return createHash(idLength === 64 ? 'sha256' : 'sha1')
    .update(`blob ${content.length}\0`)
    .update(content)
    .digest('hex');
}

/** A version of the disk with git's mode. What git takes for a link or a submodule has no text, whatever is on the disk. */
export function withGitMode(version: FileVersion, mode: string | undefined): FileVersion {
  if (mode === undefined || mode === version.mode || version.unread === 'symbolic-link') return version;
  const special = specialMode(mode);
  return special ? { mode, oid: undefined, bytes: version.bytes, unread: special } : { ...version, mode };
}
