import { Uri, workspace, type DataTransfer } from 'vscode';
import { largestPicture } from '../../../opening/picture-folder.js';

/** A picture as somebody gave it. */
export interface GivenPicture {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** How files of pictures are called. */
export const pictureEndings = ['png', 'jpg', 'jpeg', 'gif', 'webp'];

/** What was dropped or pasted and is a picture, or is called like one. */
export async function readDroppedPictures(data: DataTransfer): Promise<readonly GivenPicture[]> {
  const given: GivenPicture[] = [];
  for (const [type, item] of data) {
    const file = type.startsWith('image/') ? item.asFile() : undefined;
    if (file !== undefined) given.push({ fileName: file.name, bytes: await file.data() });
  }
  // A file that is dropped may be there in both ways.
  if (given.length > 0) return given;
  const list = (await data.get('text/uri-list')?.asString()) ?? '';
  const uris = list.split(/\r?\n/).filter((line) => /^file:/i.test(line) && isCalledPicture(line));
  return readPictureFiles(uris.map((line) => Uri.parse(line, true)));
}

/** The files at these addresses, none of them larger than what is still told apart from what may be taken. */
export async function readPictureFiles(uris: readonly Uri[]): Promise<readonly GivenPicture[]> {
  const given: GivenPicture[] = [];
  for (const uri of uris) {
    const { size } = await workspace.fs.stat(uri);
    const whole = await workspace.fs.readFile(uri);
    given.push({
      fileName: uri.path.split('/').at(-1) ?? '',
      bytes: size > largestPicture ? whole.subarray(0, largestPicture + 1) : whole,
    });
  }
  return given;
}

function isCalledPicture(address: string): boolean {
  return pictureEndings.some((ending) => address.toLowerCase().endsWith(`.${ending}`));
}
