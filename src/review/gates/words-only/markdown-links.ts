import { isAddressOfPage } from './addresses/address-of-page.js';
import { isWord } from './is-word.js';
import { mark } from './mask-code.js';
import type { FilledPiece } from './read-tags.js';
import type { TextPlace } from './text-places.js';

/** The words of a link, none of an image, right before the code that says where it leads; another piece of code. */
const link = new RegExp(`(^|[^!\\\\\\]])\\[([^[\\]\\\\${mark}]{1,500})${mark}|${mark}`, 'g');
const target = /^\]\(([^()\s]+)\)$/;

/** Takes the links of Markdown out of a template, where they are of words and lead to a page; their words stay, and the places say where each leads. */
export function takeOutMarkdownLinks(pieces: readonly FilledPiece[]): {
  readonly pieces: readonly FilledPiece[];
  readonly places: readonly TextPlace[];
} {
  const places: TextPlace[] = [];
  const left = pieces.map((piece) => {
    if (piece.tag !== undefined || piece.codes.length === 0) return piece;
    const codes: string[] = [];
    const all = piece.codes.values();
    const text = piece.text.replaceAll(link, (whole, before: string | undefined, said: string | undefined) => {
      const code = all.next().value as string;
      const [, address] = target.exec(code) ?? [];
      const words = said?.split(/[ \n]+/).filter(Boolean) ?? [];
      if (address !== undefined && words.length > 0 && words.every(isWord) && isAddressOfPage(address)) {
        places.push([`a ${words.join(' ')}`, address]);
        return `${before as string}${said as string}`;
      }
      codes.push(code);
      return whole;
    });
    return { ...piece, text, codes };
  });
  return { pieces: left, places };
}
