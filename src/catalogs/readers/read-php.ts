import { createCatalogBuilder, type CatalogBuilder } from './catalog-builder.js';
import type { Catalog, CatalogEntry } from '../catalog.js';

interface Token {
  readonly kind: 'text' | 'sign' | 'word';
  readonly value: string;
  readonly offset: number;
}

/** A PHP file that gives back one array of texts, as Laravel has them, or fills one text by text, as CodeIgniter 3 does. */
export function readPhp(path: string, source: string): Catalog {
  const builder = createCatalogBuilder(path, source);
  const tokens = [...tokensOf(builder)];
  const start = tokens.findIndex(({ kind, value }) => kind === 'word' && value === 'return');
  const first = tokens.findIndex(
    ({ kind, value }, at) => kind === 'sign' && value === '$' && tokens[at + 1]?.value === 'lang',
  );
  if (start === -1 && first !== -1) {
    if (!isPreamble(tokens.slice(0, first))) builder.fail(more, 0, true);
    readAssignments({ tokens, at: first, builder });
    return builder.finish('printf');
  }
  if (start === -1) builder.fail('it gives no array of texts back', 0, true);
  else {
    const reader = { tokens, at: start + 1, builder };
    if (readValue(reader, [], 0) && tokens[reader.at]?.value !== ';')
      miss(reader, 'a comma, a “;” or a closing bracket is missing before this');
    const after = tokens.slice(reader.at + 1);
    const other = isPreamble(tokens.slice(0, start)) ? after.find(({ value }) => !/^[?>]$/.test(value)) : tokens[0];
    if (other !== undefined) builder.fail(more, other.offset, true);
  }
  return builder.finish('colon');
}

const more = 'it does more than to give texts back';

/** `$lang['key'] = 'text';`, one after the other, and nothing else. */
function readAssignments(reader: Reader): void {
  const { tokens, builder } = reader;
  for (let head = tokens[reader.at]; head !== undefined; head = tokens[reader.at]) {
    if (/^[?>]$/.test(head.value)) reader.at++;
    else {
      const [dollar, name, open, key, close, is] = tokens.slice(reader.at, reader.at + 6);
      const said = [dollar, name, open, close, is].map((token) => token?.value).join(' ');
      if (said !== '$ lang [ ] =' || key?.kind !== 'text') {
        builder.fail(more, head.offset, true);
        return;
      }
      reader.at += 6;
      if (!readValue(reader, [key.value], head.offset)) return;
      if (tokens[reader.at]?.value !== ';') {
        miss(reader, 'a “;” is missing before this');
        return;
      }
      reader.at++;
    }
  }
}

/** What stands before the texts of many, and does nothing beside them. */
function isPreamble(tokens: readonly Token[]): boolean {
  const words = tokens.map(({ value }) => value).join(' ');
  return words.length < 2000 && words.replace(preamble, '').trim() === '';
}

const preamble =
  /declare \( strict_types = [01] \) ;|(?:use|namespace) [\w\\]+ ;|defined \( \w+ \) (?:or|OR|\| \|) (?:exit|die)(?: \( [^();]{0,200}\))? ;/g;

interface Reader {
  readonly tokens: readonly Token[];
  at: number;
  readonly builder: CatalogBuilder;
}

const tokenEach =
  /\s+|<\?php|\/\*[^]*?\*\/|(?:\/\/|#)[^\n]*|'((?:[^'\\]|\\[^])*)'|"((?:[^"\\]|\\[^])*)"|=>|[\w\\.-]+|[^]/gy;

function* tokensOf({ text }: CatalogBuilder): Generator<Token> {
  for (const { 0: whole, 1: single, 2: double, index } of text.matchAll(tokenEach)) {
    if (/^(?:\s|<\?php|\/[*/]|#)/.test(whole)) continue;
    if (single !== undefined) yield { kind: 'text', value: single.replace(/\\([\\'])/g, '$1'), offset: index };
    else if (double !== undefined)
      yield {
        kind: 'text',
        value: double.replace(/\\([^])/g, (_all, sign: string) => (sign === 'n' ? '\n' : sign)),
        offset: index,
      };
    else yield { kind: /^\w/.test(whole) ? 'word' : 'sign', value: whole, offset: index };
  }
}

/** Reads a value at the reader's place; `false` where nothing more can be read. */
function readValue(reader: Reader, path: CatalogEntry['path'], key: number): boolean {
  const token = reader.tokens[reader.at];
  const opens = token?.value === '[' || (token?.value === 'array' && reader.tokens[reader.at + 1]?.value === '(');
  if (path.length > 50) return beyond(reader);
  if (token !== undefined && opens && token.kind !== 'text')
    return readArray(reader, path, token.value === '[' ? ']' : ')');
  let value = '';
  for (;;) {
    const part = reader.tokens[reader.at];
    if (part === undefined) return miss(reader, 'a text is missing here');
    if (part.kind === 'sign')
      return miss(reader, /['"]/.test(part.value) ? endless : 'a text is missing here; is there a comma too many?');
    if (part.kind === 'word' && !/^(?:null|true|false|-?[\d.]+)$/i.test(part.value))
      return reader.tokens[reader.at + 1]?.kind === 'sign' ? beyond(reader) : miss(reader, bare);
    value += part.value;
    reader.at++;
    if (reader.tokens[reader.at]?.value !== '.') break;
    reader.at++;
  }
  // The loop has read it.
  const { offset: at, kind } = token as Token;
  if (path.length > 0) reader.builder.add({ path, value, key, at, ...(kind !== 'text' && { isText: false as const }) });
  return true;
}

const endless = 'the quotation mark that ends this text is missing';
const bare = 'the quotation mark that begins this text is missing';

function readArray(reader: Reader, path: CatalogEntry['path'], end: string): boolean {
  const { tokens } = reader;
  reader.at += end === ']' ? 1 : 2;
  for (let index = 0; reader.at < tokens.length; index++) {
    const token = tokens[reader.at] as Token;
    if (token.value === end && token.kind === 'sign') {
      reader.at++;
      return true;
    }
    const named = tokens[reader.at + 1]?.value === '=>' && tokens[reader.at + 1]?.kind === 'sign';
    if (named) reader.at += 2;
    if (named && token.kind === 'sign') return beyond(reader);
    if (!readValue(reader, [...path, named ? token.value : index], token.offset)) return false;
    const next = tokens[reader.at];
    if (next?.value === ',') reader.at++;
    else if (next?.value !== end)
      return miss(
        reader,
        next?.kind === 'text' ? 'a comma is missing before this' : `a comma or “${end}” is missing here`,
      );
  }
  return miss(reader, `a “${end}” is missing here`);
}

function miss(reader: Reader, message: string): false {
  reader.builder.fail(message, placeOf(reader));
  return false;
}

function beyond(reader: Reader): false {
  reader.builder.fail('some of its texts are computed', placeOf(reader), true);
  return false;
}

/** Of the token that is next, else of the last. */
function placeOf({ tokens, at }: Reader): number {
  // There is “return” at least.
  const token = tokens[Math.min(at, tokens.length - 1)] as Token;
  return token.offset;
}
