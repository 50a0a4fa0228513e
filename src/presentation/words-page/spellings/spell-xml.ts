import { decodeCode } from './escapes.js';
import type { Encode, Piece } from './keep-pieces.js';
import { cutPieces, matchAt, spellPieces, type Spelling } from './spelling.js';

const entities: ReadonlyMap<string, string> = new Map(
  Object.entries({ '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"', '&apos;': "'" }),
);
// Each alternative ends at a sign of its own.
const token = /<!--[^]*?-->|<!\[CDATA\[|<(?:[^<>"']|"[^"<]*"|'[^'<]*')*>|&#?\w{1,60};|\r\n|\\[^]|[^]/uy;
/** What stands for a placeholder in XLIFF, whatever it holds. */
const standing = /^(?:x|ph|bx|ex|sc|ec|it)$/;

/** The content of an XML element, whose start tag ends at `at`. Tags, comments and entities of others stay as they are written. */
export function spellXml(text: string, at: number): readonly Spelling[] {
  const isAndroid = /<resources[\s>]/.test(text.slice(0, 5000));
  const section = /^\s*<!\[CDATA\[/.exec(text.slice(at, at + 200))?.[0];
  if (section !== undefined) return spellSection(text, at, section);
  const pieces = readPieces(text, at, isAndroid, /<xliff[\s>]/.test(text.slice(0, 5000)));
  return pieces === undefined ? [] : [spellPieces(at, pieces, isAndroid ? encodeAndroid(pieces) : escapeXml)];
}

function spellSection(text: string, at: number, head: string): readonly Spelling[] {
  const start = at + head.length;
  // The file is well-formed.
  const end = text.indexOf(']]>', start);
  const behind = matchAt(/\s*<\//y, text, end + 3);
  if (behind === undefined) return [];
  const lead = head.slice(0, head.indexOf('<'));
  const inside = cutPieces(text.slice(start, end), /\r\n|[^]/gu, toOneEnd);
  const spelling = spellPieces(start, inside, (words) => (words.includes(']]>') ? undefined : words));
  const trail = behind[0].slice(0, -2);
  if (lead === '' && trail === '') return [spelling];
  const around = (words: string): string => toOneEnd(lead) + words + toOneEnd(trail);
  return [
    {
      ...spelling,
      says: around(spelling.says),
      write: (value) => {
        if (!value.startsWith(toOneEnd(lead)) || !value.endsWith(toOneEnd(trail))) return undefined;
        const written = spelling.write(value.slice(toOneEnd(lead).length, value.length - toOneEnd(trail).length));
        return written && { raw: written.raw, text: around(written.text) };
      },
    },
  ];
}

function toOneEnd(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

function readPieces(text: string, from: number, isAndroid: boolean, isXliff: boolean): readonly Piece[] | undefined {
  const pieces: Piece[] = [];
  const open: { readonly name: string; readonly at: number; readonly tag: string }[] = [];
  let at = from;
  let isOpen = true;
  while (isOpen) {
    // The file is well-formed: the element ends, and any sign is a token.
    const [raw] = matchAt(token, text, at) as RegExpExecArray;
    at += raw.length;
    if (raw === '<![CDATA[') return undefined;
    const name = /^<\/?([^\s/>]+)/.exec(raw)?.[1];
    if (raw.startsWith('</')) {
      const begun = open.pop();
      isOpen = begun !== undefined;
      if (begun === undefined) continue;
      const whole = wholeOf(pieces.slice(begun.at), begun, raw, isAndroid, isXliff);
      if (whole !== undefined) pieces.splice(begun.at, Infinity, whole);
      else pieces.push({ raw, text: isXliff ? closeOf(begun.tag, begun.name) : `</${begun.name}>`, isFixed: true });
    } else if (raw.startsWith('<!--')) pieces.push({ raw, text: '', isFixed: true });
    else if (name !== undefined) {
      const isAlone = raw.endsWith('/>');
      const said = isAlone ? aloneOf(raw, name, isXliff) : isXliff ? openOf(raw, name) : `<${name}>`;
      pieces.push({ raw, text: said, isFixed: true });
      if (!isAlone) open.push({ name, at: pieces.length - 1, tag: raw });
    } else pieces.push(readSign(raw, isAndroid));
  }
  return pieces;
}

function readSign(raw: string, isAndroid: boolean): Piece {
  if (raw.length === 1 || raw === '\r\n') return { raw, text: toOneEnd(raw) };
  if (raw.startsWith('&#')) {
    const isHex = raw[2] === 'x';
    return { raw, text: decodeCode(raw.slice(isHex ? 3 : 2, -1), isHex ? 16 : 10) };
  }
  const entity = entities.get(raw);
  if (entity !== undefined) return { raw, text: entity };
  // An entity that is defined elsewhere; and what a backslash says is Android's own.
  return raw.startsWith('&') || isAndroid ? { raw, text: raw, isFixed: true } : { raw, text: raw };
}

/** Elements that a translator sees as one placeholder. */
function wholeOf(
  inside: readonly Piece[],
  { name, tag }: { readonly name: string; readonly tag: string },
  end: string,
  isAndroid: boolean,
  isXliff: boolean,
): Piece | undefined {
  const raw = inside.map((piece) => piece.raw).join('') + end;
  if (isAndroid && name === 'xliff:g')
    return {
      raw,
      text: inside
        .slice(1)
        .map(({ text }) => text)
        .join(''),
      isFixed: true,
    };
  return isXliff && standing.test(name) ? { raw, text: `{${idOf(tag)}}`, isFixed: true } : undefined;
}

function idOf(tag: string): string {
  return /\sid\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(tag)?.slice(1).find(Boolean) ?? '';
}

function aloneOf(tag: string, name: string, isXliff: boolean): string {
  if (!isXliff) return `<${name}/>`;
  if (standing.test(name)) return `{${idOf(tag)}}`;
  return name === 'g' || name === 'pc'
    ? `${openOf(tag, name)}${closeOf(tag, name)}`
    : name === 'mrk'
      ? ''
      : `<${name}/>`;
}

function openOf(tag: string, name: string): string {
  return name === 'g' || name === 'pc' ? `{${idOf(tag)}}` : name === 'mrk' ? '' : `<${name}>`;
}

function closeOf(tag: string, name: string): string {
  return name === 'g' || name === 'pc' ? `{/${idOf(tag)}}` : name === 'mrk' ? '' : `</${name}>`;
}

function escapeXml(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll(']]>', ']]&gt;');
}

/** Android reads backslashes, quotation marks and line ends in its own way; all but what is between quotation marks. */
function encodeAndroid(pieces: readonly Piece[]): Encode {
  const isQuoted = pieces[0]?.raw === '"';
  return (words) => {
    const text = isQuoted
      ? words
      : words.replace(/\\[^]|['"\n]/g, (sign) => (sign.length > 1 ? sign : sign === '\n' ? '\\n' : `\\${sign}`));
    return { raw: escapeXml(text), text };
  };
}
