import { printParseErrorCode, visit } from 'jsonc-parser';

import { indexLines, type Position } from '../text/index-lines.js';
import {
  duplicateKey,
  formatKeyPath,
  keyPathId,
  type Catalog,
  type CatalogEntry,
  type CatalogProblem,
  type DuplicateKey,
} from './catalog.js';

/** Longer catalogs are not read, in UTF-16 units; the longest real ones have one to two million. */
const longestCatalog = 5_000_000;
const deepest = 50;
const tooDeep = `it is nested more than ${deepest} levels deep`;

/** Reads JSON of any kind as a catalog. Throws on no input; texts that are too long or nested too deeply are a problem. */
export function readJson(path: string, text: string): Catalog {
  const empty = { path, text, entries: new Map(), groups: new Map(), duplicates: [], isObject: false };
  if (text.length > longestCatalog) {
    return {
      ...empty,
      problem: { message: 'it is too long to be checked', at: { line: 1, column: 1 }, undecided: true },
    };
  }
  // The visitor's offsets do not count a byte order mark.
  const bom = text.startsWith('\uFEFF') ? 1 : 0;
  const index = indexLines(text);
  const collector = collect(text.slice(bom), (offset) => index(offset + bom));
  return collector === undefined
    ? { ...empty, problem: { message: tooDeep, at: { line: 1, column: 1 }, undecided: true } }
    : { path, text: text.slice(bom), ...collector };
}

/** An object or list that the visitor is inside of. */
interface Frame {
  readonly path: readonly (string | number)[];
  readonly keys: Map<string, Position>;
  readonly at: Position;
  keyAt: Position | undefined;
  readonly offset: number;
  children: number;
}

function collect(text: string, position: (offset: number) => Position): Omit<Catalog, 'path' | 'text'> | undefined {
  const entries = new Map<string, CatalogEntry>();
  const groups = new Map<string, Position>();
  const duplicates: DuplicateKey[] = [];
  const frames: Frame[] = [];
  let problem: CatalogProblem | undefined;
  let isObject = false;
  /** Where the latest text ends. */
  let endOfText = -1;

  const add = (path: readonly (string | number)[], value: string, isText: boolean, offset: number): void => {
    const at = position(offset);
    entries.set(keyPathId(path), {
      path,
      label: formatKeyPath(path),
      value,
      isText,
      keyAt: frames.at(-1)?.keyAt ?? at,
      at,
      offset,
    });
  };
  const begin = (offset: number, path: readonly (string | number)[]): void => {
    if (frames.length === deepest) throw new RangeError('Nested too deeply');
    const parent = frames.at(-1);
    const at = parent?.keyAt ?? position(offset);
    if (parent !== undefined) parent.children++;
    frames.push({ path, keys: new Map(), at, keyAt: undefined, offset, children: 0 });
  };
  const end = (sign: string): void => {
    const frame = frames.pop();
    if (frame === undefined || frame.path.length === 0) return;
    if (frame.children === 0) add(frame.path, sign, false, frame.offset);
    else groups.set(keyPathId(frame.path), frame.at);
  };
  try {
    visit(
      text,
      {
        onObjectBegin: (offset, _length, _line, _character, path) => {
          if (frames.length === 0) isObject = true;
          begin(offset, path());
        },
        onArrayBegin: (offset, _length, _line, _character, path) => begin(offset, path()),
        onObjectProperty: (key, offset) => {
          // The visitor is inside of an object.
          const frame = frames.at(-1) as Frame;
          frame.keyAt = position(offset);
          const first = frame.keys.get(key);
          if (first === undefined) frame.keys.set(key, frame.keyAt);
          else duplicates.push(duplicateKey([...frame.path, key], first, frame.keyAt));
        },
        onLiteralValue: (value: unknown, offset, length, _line, _character, path) => {
          const frame = frames.at(-1);
          if (frame !== undefined) frame.children++;
          endOfText = typeof value === 'string' ? offset + length : -1;
          if (typeof value === 'string') add(path(), value, true, offset);
          else add(path(), text.slice(offset, offset + length), false, offset);
        },
        onObjectEnd: () => end('{}'),
        onArrayEnd: () => end('[]'),
        onError: (error, offset) => {
          const code = printParseErrorCode(error);
          const message = goesOn(code, text, endOfText, offset) ? quoteInText : explanations.get(code);
          problem ??= { message: message ?? 'it is not valid JSON from here on', at: position(offset) };
        },
      },
      { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false },
    );
  } catch {
    // Nothing but depth stops the visitor.
    return undefined;
  }
  return { entries, groups, duplicates, isObject, problem };
}

const quoteInText = 'a quotation mark within a text ends it before this; write it as \\"';

/** Does a text seem to go on behind the sign that ended it? Where a comma is missing, a key or the next line follows. */
function goesOn(code: string, text: string, endOfText: number, offset: number): boolean {
  const between = endOfText === -1 || endOfText > offset ? '\n' : text.slice(endOfText, offset);
  return (
    /^(?:CommaExpected|InvalidSymbol)$/.test(code) && /^[ \t]*$/.test(between) && !/["}\]]/.test(text.charAt(offset))
  );
}

/** The syntax errors of JSON in words that go on after "because". */
const explanations: ReadonlyMap<string, string> = new Map([
  ['InvalidSymbol', 'there is something here that is no JSON; texts stand between straight quotation marks'],
  ['PropertyNameExpected', 'a key in straight quotation marks is missing here; is there a comma too many?'],
  ['ValueExpected', 'a value is missing here; is there a comma too many?'],
  ['ColonExpected', 'a colon is missing between the key and its text'],
  ['CommaExpected', 'a comma is missing before this'],
  ['CloseBraceExpected', 'a “}” is missing here'],
  ['CloseBracketExpected', 'a “]” is missing here'],
  ['EndOfFileExpected', 'the catalog ends before this; is there a “}” too many?'],
  ['InvalidCommentToken', 'JSON has no comments'],
  ['UnexpectedEndOfString', 'the quotation mark that ends this text is missing'],
  ['InvalidUnicode', 'this text has a “\\u” without its four digits'],
  ['InvalidEscapeCharacter', 'this text has a “\\” before a letter that it cannot stand before'],
  ['InvalidCharacter', 'this text has a tab or another control character in it'],
]);
