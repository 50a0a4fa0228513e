import { followMachineBlocks } from '../machine-blocks.js';
import { mark } from '../mask-code.js';
import type { FilledPiece } from '../read-tags.js';
import { isShownAt } from '../shown/shown-arguments.js';
import { followReaders } from '../text-readers.js';
import { writeKeys, type AskedKey } from './asked-key.js';
import { asksElsewhere } from './asks-elsewhere.js';
import { attributeAsks, isShownCode } from './attribute-asks.js';
import { findCalls } from './find-calls.js';
import { showsWhole } from './shows-whole.js';

/** A key that a piece of a template asks for: in its text, or in one of its codes. */
export interface TemplateAsk extends AskedKey {
  readonly piece: number;
  readonly code?: number;
}

const statement = /^(?:\{%[-~+]?\s*(?:trans|translate)\s+|@lang\(\s*)("[^"\\\n<>]+"|'[^'\\\n<>]+')(?![^]*\bas\s)/;
/** The words between are their own key. */
const opensWords = /^\{%[-~+]?\s*(?:block)?trans(?:late)?(\s+trimmed)?\s*[-~+]?%\}$/;
const endsWords = /^\{%[-~+]?\s*end(?:block)?trans(?:late)?\s*[-~+]?%\}$/;

/** The keys that a template asks for where people read what comes of it, in their order. */
export function templateAsks(path: string, pieces: readonly FilledPiece[]): readonly TemplateAsk[] {
  const readers = followReaders(path);
  const blocks = followMachineBlocks();
  const found: TemplateAsk[] = [];
  for (const [piece, each] of pieces.entries()) {
    const { tag, text, codes } = each;
    const areRead = (): boolean => !blocks.isInside() && readers.areRead();
    if (tag !== undefined) {
      if (!blocks.isInside()) found.push(...tagAsks(each, piece));
      readers.pass(each);
      continue;
    }
    for (const [code, written] of codes.entries()) {
      if (areRead()) {
        found.push(...codeAsks(written).map((ask) => ({ ...ask, piece, code })));
        const words = wordsBehind(text, codes, code);
        if (words !== undefined) found.push({ ...words, piece });
      }
      blocks.pass(written);
    }
  }
  return found;
}

/** What is drawn so may end the attribute that it stands in. */
const raw = /^(?:\{!!|\{\{\{|<%==|<%-)/;

/** Keys that a tag asks for itself, and those that code in its attributes asks for. */
function tagAsks(tag: FilledPiece, piece: number): readonly TemplateAsk[] {
  const inCodes = tag.codes.flatMap((written, code) =>
    isShownCode(tag, code) && !raw.test(written) ? codeAsks(written).map((ask) => ({ ...ask, piece, code })) : [],
  );
  return [...attributeAsks(tag).map((ask) => ({ ...ask, piece })), ...inCodes];
}

/** Keys within a piece of code that shows their texts. */
function codeAsks(code: string): readonly AskedKey[] {
  const [whole, quoted = ''] = statement.exec(code) ?? [];
  if (whole !== undefined) {
    if (asksElsewhere(code)) return [];
    const at = whole.length - quoted.length + 1;
    return [{ key: quoted.slice(1, -1), at, end: whole.length - 1 }];
  }
  return findCalls(code).filter((call) => showsWhole(code, call) || isShownAt(code, call.callAt, call.callEnd));
}

/** The words between two pieces of code that translate them. */
function wordsBehind(text: string, codes: readonly string[], code: number): AskedKey | undefined {
  const [, trimmed] = opensWords.exec(codes[code] as string) ?? [];
  if (!opensWords.test(codes[code] as string) || !endsWords.test(codes[code + 1] ?? '')) return undefined;
  const parts = text.split(mark);
  const from = parts.slice(0, code + 1).join(mark).length + 1;
  const between = parts[code + 1] as string;
  const words = between.trim();
  const at = from + between.indexOf(words);
  return { key: trimmed === undefined ? words : words.replaceAll(/\s*\n\s*/g, ' '), at, end: at + words.length };
}

/** A template that asks for other keys at the same places. */
export function writeAsks(
  pieces: readonly FilledPiece[],
  asks: readonly TemplateAsk[],
  keys: readonly string[],
): readonly FilledPiece[] {
  return pieces.map((each, piece) => {
    const at = asks.flatMap((ask, index) => (ask.piece === piece ? [{ ask, key: keys[index] as string }] : []));
    if (at.length === 0) return each;
    const write = (text: string, code?: number): string => {
      const own = at.filter(({ ask }) => ask.code === code);
      return writeKeys(
        text,
        own.map(({ ask }) => ask),
        own.map(({ key }) => key),
      );
    };
    return { ...each, text: write(each.text), codes: each.codes.map((code, index) => write(code, index)) };
  });
}
