/** What a picture is, by its first bytes; what it is called says nothing. */
export interface PictureKind {
  readonly extension: 'png' | 'jpg' | 'gif' | 'webp';
  readonly type: `image/${string}`;
}

const kinds: readonly (readonly [PictureKind, RegExp])[] = [
  [{ extension: 'png', type: 'image/png' }, /^\x89PNG\r\n\x1a\n\0\0\0\rIHDR/],
  [{ extension: 'jpg', type: 'image/jpeg' }, /^\xff\xd8\xff/],
  [{ extension: 'gif', type: 'image/gif' }, /^GIF8[79]a/],
  [{ extension: 'webp', type: 'image/webp' }, /^RIFF[^]{4}WEBPVP8[ LX]/],
];

/** The kind of a picture that every browser shows and that runs nothing (no SVG); `undefined` for any other bytes. */
export function readPictureKind(bytes: Uint8Array): PictureKind | undefined {
  const first = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  return kinds.find(([, pattern]) => pattern.test(first))?.[0];
}
