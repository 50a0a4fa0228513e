import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPictureFolder, type PictureFolder } from '../../src/opening/picture-folder.js';

/** The smallest pictures of each kind, and what differs from one to the next behind it. */
export function pictureBytes(kind: 'png' | 'jpg' | 'gif' | 'webp', more = ''): Buffer {
  const head = {
    png: '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\b\x06\0\0\0\x1f\x15\xc4\x89',
    jpg: '\xff\xd8\xff\xe0\0\x10JFIF\0',
    gif: 'GIF89a\x01\0\x01\0\0\0\0;',
    webp: 'RIFF\x1a\0\0\0WEBPVP8L\r\0\0\0',
  }[kind];
  return Buffer.concat([Buffer.from(head, 'latin1'), Buffer.from(more)]);
}

/** A folder of pictures on this disk. */
export function createPictures(now?: () => number): PictureFolder & { readonly remove: () => void } {
  const root = mkdtempSync(join(tmpdir(), 'pm-zone-pictures-'));
  return { ...openPictureFolder(root, now), remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** Keeps a picture and gives its name. */
export async function keepPicture(folder: PictureFolder, bytes: Buffer, fileName: string): Promise<string> {
  const kept = await folder.keep(bytes, fileName);
  if ('why' in kept) throw new Error(kept.why);
  return kept.name;
}
