import { closing } from '../closing.js';
import { hamlLines, type HamlLine } from './haml-lines.js';
import { mark } from '../mask-code.js';
import { isEmptyTag, type FilledPiece } from '../read-tags.js';

interface Read {
  readonly pieces: readonly FilledPiece[];
  /** What ends it, once nothing stands in it any more. */
  readonly ends: readonly FilledPiece[];
}

type Head = readonly [head: string, name: string | undefined, named: string];

const middle = /^-\s*(?:else|elsif|when|in|rescue|ensure)\b/;
const opener =
  /^(?:[-=~]|[!&]=)\s*(?:(?:if|unless|case|while|until|for|begin|else|elsif|when|in|rescue|ensure)\b|[^]*\bdo\s*(?:\|[^|]*\|)?$)/;

/**
 * Reads Haml as the tags, texts and code that it stands for, as a template with signs around its code has them.
 * `undefined` where nobody can tell, or where it does not compile.
 */
export function readHaml(source: string): readonly FilledPiece[] | undefined {
  const lines = source.includes(mark) || source.includes('\0') ? undefined : hamlLines(source);
  if (lines === undefined) return undefined;
  const pieces: FilledPiece[] = [];
  const open: (Read & { readonly depth: number })[] = [];
  for (const [at, line] of lines.entries()) {
    for (let top = open.at(-1); top !== undefined && top.depth >= line.depth; top = open.at(-1)) {
      open.pop();
      // The next branch goes on with it.
      pieces.push(...(top.depth === line.depth && middle.test(line.text) && top.ends.length > 0 ? [brace] : top.ends));
    }
    const read = readLine(line, (lines[at + 1]?.depth ?? 0) > line.depth);
    if (read === undefined) return undefined;
    pieces.push(...read.pieces);
    open.push({ ...read, depth: line.depth });
  }
  return [...pieces, ...open.toReversed().flatMap(({ ends }) => ends)];
}

function readLine({ text, isRaw }: HamlLine, holds: boolean): Read | undefined {
  if (isRaw) return { pieces: [codePiece(`<% ${text} %>`)], ends: [] };
  if (/^(?:[-=~]|[!&]=)/.test(text)) return readCode(text, holds);
  const [head, name = 'div', named] = /^(?:%([\w:-]+))?((?:[.#][\w:-]+)*)/.exec(text) as unknown as Head;
  if (head !== '') return readElement(text.slice(head.length), name, named, holds);
  return holds ? undefined : readText(text);
}

function readCode(text: string, holds: boolean): Read | undefined {
  // What stands in it makes a block of it, which its line has to open.
  if (holds && !opener.test(text)) return undefined;
  const [, sign, code] = /^([-=~!&]=?)\s*([^]*)$/.exec(text) as unknown as readonly [string, string, string];
  const isMiddle = middle.test(text);
  return {
    pieces: [codePiece(`<%${sign === '-' ? '' : sign} ${code} %>`)],
    ends: holds ? [isMiddle ? brace : codePiece('<% end %>')] : [],
  };
}

function readElement(behind: string, name: string, named: string, holds: boolean): Read | undefined {
  const attributes = endOfAttributes(behind);
  if (attributes === undefined) return undefined;
  const [signs, action = ''] = /^[<>]*\/?([!&]?=+|~)?/.exec(behind.slice(attributes)) as unknown as readonly [
    string,
    string?,
  ];
  const content = behind.slice(attributes + signs.length);
  const raw = `${named.includes('#') ? named : ''}${behind.slice(0, attributes)}${signs.slice(0, signs.length - action.length)}`;
  const classes = named.split('.').filter(Boolean).join(' ');
  const written = raw === '' ? (classes === '' ? '' : ` class="${classes}"`) : ` ${named}${raw} `;
  const isEmpty = isEmptyTag(name) || raw.endsWith('/');
  const start = { text: `<${name}${written}>`, codes: [], tag: { name, closes: false, isEmpty } };
  const ends = isEmpty ? [] : [{ text: `</${name}>`, codes: [], tag: { name, closes: true, isEmpty: false } }];
  const isTold = content.trim() !== '';
  if (isEmpty && (holds || isTold)) return undefined;
  if (!isTold) return { pieces: [start], ends };
  const inner = action === '' ? (holds ? undefined : readText(content.trim())) : readCode(`${action}${content}`, holds);
  return inner && { pieces: [start, ...inner.pieces], ends: [...inner.ends, ...ends] };
}

/** Behind the hashes and brackets of an element. */
function endOfAttributes(behind: string): number | undefined {
  let at = 0;
  for (let sign = behind[at]; sign === '{' || sign === '(' || sign === '['; sign = behind[at]) {
    const end = sign === '[' ? undefined : closing(behind, at, sign, sign === '{' ? '}' : ')');
    if (end === undefined) return undefined;
    at = end;
  }
  return at;
}

/** What brings tags or signs of its own is left as it is, if it closes what it opens. */
function readText(text: string): Read | undefined {
  const codes: string[] = [];
  const masked = text.replaceAll(/#\{([^{}]*)\}/g, (_, code: string) => {
    codes.push(`<%= ${code} %>`);
    return mark;
  });
  if (!/[<>{}\\`@]|\[\[|^[!&~]/.test(masked)) return { pieces: [{ text: `${masked}\n`, codes }], ends: [] };
  const opened = [...masked.matchAll(/<([a-z][\w-]*)[^>]*?(\/?)>/gi)].filter(
    ([, name = '', slash]) => slash === '' && !isEmptyTag(name),
  );
  const closed = masked.split('</').length - 1;
  const isWhole = opened.length === closed && !/<!--|<[^>]*$/.test(masked);
  return isWhole ? { pieces: [codePiece(`<% ${text} %>`)], ends: [] } : undefined;
}

const brace = codePiece('}');

function codePiece(code: string): FilledPiece {
  return { text: mark, codes: [code] };
}
