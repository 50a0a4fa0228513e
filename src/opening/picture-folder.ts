import { createHash } from 'node:crypto';
import { basename, extname, join } from 'node:path';
import { openWorkDisk } from '../git/work-disk.js';
import { slugify } from '../text/slugify.js';
import { readPictureKind, type PictureKind } from './pictures/read-picture-kind.js';

/** A picture that the PM gave, in our folder. */
export interface KeptPicture {
  readonly kind: PictureKind;
  readonly bytes: Uint8Array;
}

/**
 * The pictures that the PM gave for their pull requests, in git's common folder, where no commit takes them: each a copy, so that what becomes of the
 * first one is no matter; and where each was sent already. Functions reject with the error of the disk.
 */
export interface PictureFolder {
  readonly path: string;
  /** Takes a copy and gives its name; or why it is none that can be taken, in a whole sentence. */
  readonly keep: (bytes: Uint8Array, fileName: string) => Promise<{ readonly name: string } | { readonly why: string }>;
  /** `undefined` where it is not there, or is no picture any more. */
  readonly read: (name: string) => Promise<KeptPicture | undefined>;
  /** Where pictures stand on a host, by their names. */
  readonly sentTo: (place: string) => Promise<ReadonlyMap<string, string>>;
  readonly noteSent: (place: string, name: string, address: string) => Promise<void>;
}

/** Bytes: what GitHub takes of a picture; GitLab takes more. */
export const largestPicture = 10_000_000;

/** Milliseconds: what nobody touched for so long was sent, or is not wanted. */
const longestKept = 90 * 24 * 60 * 60_000;

/** Addresses that are remembered. */
const mostSent = 500;

export function openPictureFolder(commonDir: string, now: () => number = Date.now): PictureFolder {
  const disk = openWorkDisk();
  const path = join(commonDir, 'pm-zone', 'pictures');
  const placeOf = (name: string): Buffer => Buffer.from(join(path, name));
  const sent = placeOf('sent.json');
  const read = async (name: string): Promise<KeptPicture | undefined> => {
    const status = await disk.stat(placeOf(name));
    if (status.kind !== 'file' || status.bytes > largestPicture) return undefined;
    const bytes = await disk.read(placeOf(name));
    const kind = readPictureKind(bytes);
    // Its name says what it holds: another content is not what the PM gave.
    return kind !== undefined && name.includes(`-${hashOf(bytes)}.`) ? { kind, bytes } : undefined;
  };
  const readSent = async (): Promise<readonly (readonly [place: string, name: string, address: string])[]> => {
    try {
      const data: unknown = JSON.parse((await disk.read(sent)).toString('utf8'));
      return Array.isArray(data) ? data.filter(isSent).slice(-mostSent) : [];
    } catch {
      // Without it a picture is sent once more, and nothing else.
      return [];
    }
  };
  return {
    path,
    read,
    keep: async (bytes, fileName) => {
      const kind = readPictureKind(bytes);
      if (kind === undefined)
        return { why: 'That is no picture of a kind that pages on the web show: take a PNG, JPEG, GIF or WebP.' };
      if (bytes.length > largestPicture)
        return {
          why: `A picture may have ${largestPicture / 1_000_000} MB at most: make it smaller, then add it again.`,
        };
      const stem = slugify(basename(fileName, extname(fileName)) || 'picture')
        .slice(0, 40)
        .replace(/-$/, '');
      const name = `${stem}-${hashOf(bytes)}.${kind.extension}`;
      await disk.makeFolder(Buffer.from(path));
      if ((await read(name)) === undefined) {
        const beside = placeOf(`${name}.new`);
        await disk.remove(beside);
        await disk.write(beside, bytes, 'file', 0o600);
        await disk.replace(beside, placeOf(name));
      }
      for (const each of await disk.list(Buffer.from(path))) {
        const place = placeOf(each.toString('utf8'));
        const status = await disk.stat(place);
        if (status.kind === 'file' && status.modifiedAt < now() - longestKept) await disk.remove(place);
      }
      return { name };
    },
    sentTo: async (place) =>
      new Map((await readSent()).flatMap(([to, name, address]) => (to === place ? [[name, address] as const] : []))),
    noteSent: async (place, name, address) => {
      const entries = [...(await readSent()), [place, name, address]].slice(-mostSent);
      const beside = placeOf('sent.json.new');
      await disk.remove(beside);
      await disk.write(beside, Buffer.from(JSON.stringify(entries)), 'file', 0o600);
      await disk.replace(beside, sent);
    },
  };
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 12);
}

function isSent(entry: unknown): entry is readonly [string, string, string] {
  return Array.isArray(entry) && entry.length === 3 && entry.every((each) => typeof each === 'string');
}
