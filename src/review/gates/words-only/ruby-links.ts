import { isAddressOfPage } from './addresses/address-of-page.js';
import { isWord } from './is-word.js';
import { mark } from './mask-code.js';
import type { FilledPiece } from './read-tags.js';

const string = String.raw`(?:"[^"\\#]*"|'[^'\\]*')`;
/** Rails, “ActionView::Helpers::UrlHelper”: a link whose words, address and options are written out. */
const link = new RegExp(
  String.raw`^<%=\s*(?:govuk_)?link_to(?:\s+|\(\s*)(${string})\s*,\s*(${string})((?:\s*,\s*(?:target|rel|class):\s*${string})*)\s*\)?\s*-?%>$`,
);
const option = new RegExp(String.raw`(\w+):\s*(${string})`, 'g');

/** Reads the links of a template that Ruby writes as the elements that come of them. */
export function readRubyLinks(pieces: readonly FilledPiece[]): readonly FilledPiece[] {
  return pieces.flatMap((piece): readonly FilledPiece[] => {
    if (piece.tag !== undefined || !piece.codes.some((code) => elementsOf(code) !== undefined)) return [piece];
    const [first = '', ...texts] = piece.text.split(mark);
    const read: FilledPiece[] = [{ text: first, codes: [] }];
    for (const [index, text] of texts.entries()) {
      const code = piece.codes[index] as string;
      read.push(...(elementsOf(code) ?? [{ text: mark, codes: [code] }]), { text, codes: [] });
    }
    return joinTexts(read);
  });
}

function elementsOf(code: string): readonly FilledPiece[] | undefined {
  const [, words = '', address = '', options = ''] = link.exec(code) ?? [];
  const said = words.slice(1, -1);
  if (!said.split(' ').every(isWord) || !isAddressOfPage(address.slice(1, -1))) return undefined;
  const attributes = [...options.matchAll(option)].map(([, name = '', value = '']) => ` ${name}=${value}`).join('');
  const tag = { name: 'a', closes: false, isEmpty: false };
  return [
    { text: `<a href=${address}${attributes}>`, codes: [], tag },
    { text: said, codes: [] },
    { text: '</a>', codes: [], tag: { ...tag, closes: true } },
  ];
}

function joinTexts(pieces: readonly FilledPiece[]): readonly FilledPiece[] {
  const joined: FilledPiece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (piece.tag !== undefined || last === undefined || last.tag !== undefined) joined.push(piece);
    else joined.splice(-1, 1, { text: last.text + piece.text, codes: [...last.codes, ...piece.codes] });
  }
  return joined;
}
