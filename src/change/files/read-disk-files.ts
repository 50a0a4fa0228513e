import { maxTextBytes, maxTotalBytes, hashBlob } from '../../git/objects.js';
import type { FileVersion, Unread } from '../change.js';
import { specialMode, decodeText } from './file-version.js';
import type { Disk, DiskEntry } from '../../git/disk.js';

/** A file of the working tree with the id that git would give its unfiltered content; `undefined` if it was not read. */
export interface DiskFile {
  readonly version: FileVersion;
  readonly oid: string | undefined;
  /** The id with line endings as `core.autocrlf` would store them. */
  readonly oidWithLf: string | undefined;
}

/** Once as many were there that git does not hold, no more are looked at: they count as `too-large`, with 0 bytes. */
const mostFiles = 10_000;

/** What git may hold as it is on the disk. */
export interface Held<Asked> {
  /** Whether git has anything of that name. */
  mayHold(asked: Asked): boolean;
  isHeld(asked: Asked, file: DiskFile): boolean;
}

/**
 * Reads files of the working tree: 256 MB in all, none over 5 MB, 10,000 files. `undefined` for a missing file. Names are in git's bytes, one
 * character each. What git holds as it is counts against no bound, and its text is not kept: where a working tree was copied, or is seen from
 * within a container, git asks for each of its files.
 */
export async function readDiskFiles<Asked extends { readonly name: string }>(
  disk: Disk,
  all: readonly Asked[],
  idLength: number,
  held: Held<Asked>,
): Promise<readonly (DiskFile | undefined)[]> {
  const files: (DiskFile | undefined)[] = [];
  let left = maxTotalBytes;
  let found = 0;
  for (const asked of all) {
    if (found === mostFiles) break;
    const path = Buffer.from(asked.name, 'latin1');
    const entry = await disk.read(path, Math.min(maxTextBytes, left));
    const isLarge = entry.kind === 'file' && entry.content === undefined;
    const file = diskFile(
      entry,
      idLength,
      isLarge && held.mayHold(asked) ? await disk.hash(path, idLength) : undefined,
    );
    const isHeld = file !== undefined && held.isHeld(asked, file);
    files.push(isHeld ? { ...file, version: withoutText(file.version) } : file);
    if (file === undefined || isHeld) continue;
    found += 1;
    if ('content' in entry) left -= entry.content.length;
  }
  return [...files, ...all.slice(files.length).map(() => notLookedAt)];
}

function diskFile(entry: DiskEntry, idLength: number, hash: string | undefined): DiskFile | undefined {
  switch (entry.kind) {
    case 'missing':
    case 'folder':
      return undefined;
    case 'unreadable':
      return unreadFile('100644', 0, 'missing');
    case 'symbolic-link':
      return unreadFile('120000', entry.bytes, 'symbolic-link', hashBlob(entry.content, idLength));
    case 'file': {
      const { bytes, content } = entry;
      const mode = entry.executable ? '100755' : '100644';
      if (!content) return unreadFile(mode, bytes, 'too-large', hash);
      const oid = hashBlob(content, idLength);
      const oidOfLines = content.includes('\r\n')
        ? hashBlob(Buffer.from(content.toString('latin1').replaceAll('\r\n', '\n'), 'latin1'), idLength)
        : oid;
      return { version: { mode, oid: undefined, bytes, ...decodeText(content) }, oid, oidWithLf: oidOfLines };
    }
  }
}

function unreadFile(mode: string, bytes: number, unread: Unread, oid?: string): DiskFile {
  return { version: { mode, oid: undefined, bytes, unread }, oid, oidWithLf: oid };
}

function withoutText({ mode, oid, bytes }: FileVersion): FileVersion {
  return { mode, oid, bytes, unread: 'too-large' };
}

const notLookedAt = unreadFile('100644', 0, 'too-large');

/** A version of the disk with git's mode. What git takes for a link or a submodule has no text, whatever is on the disk. */
export function withGitMode(version: FileVersion, mode: string | undefined): FileVersion {
  if (mode === undefined || mode === version.mode || version.unread === 'symbolic-link') return version;
  const special = specialMode(mode);
  return special ? { mode, oid: undefined, bytes: version.bytes, unread: special } : { ...version, mode };
}
