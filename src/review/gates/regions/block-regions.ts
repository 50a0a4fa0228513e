import { createRegionCollector, type AskText, type Region, type RegionCollector } from '../gated-regions.js';
import { blank } from '../../../text/blank.js';

/**
 * Which parts of a program depend on the flag, in languages that have no syntax tree here: by braces where they make blocks, else by lines that
 * are set in, as Python demands and Ruby and HAML are written. What does not close as it opens depends on nothing.
 */
export function readBlockRegions(path: string, text: string, ask: AskText): RegionCollector {
  const collector = createRegionCollector();
  if (/\.(?:rb|rake|haml|slim|py)$/i.test(path)) readIndented(path, text, ask, collector);
  else readBraces(text, ask, collector);
  return collector;
}

/** What a text over several lines says is no code; one that does not end goes to the end. */
const texts =
  /(<<[~-]?(["'`]?)([A-Z_]{1,60})\2[^\n]*\n)(?:[^]*?^[ \t]*\3\b|[^]*)|(?:"""[^]*?(?:"""|(?![^]))|'''[^]*?(?:'''|(?![^]))|^=begin[^]*?(?:^=end|(?![^]))|^__END__[^]*)/gm;

interface Line {
  readonly from: number;
  readonly depth: number;
  readonly code: string;
}

function readIndented(path: string, text: string, ask: AskText, collector: RegionCollector): void {
  const closes = /\.(?:rb|rake)$/i.test(path);
  const isMarkup = /\.(?:haml|slim)$/i.test(path);
  const lines: Line[] = [];
  const code = text.replaceAll(
    texts,
    (each, first: string | undefined = '') => first + blank(each.slice(first.length)),
  );
  for (const { 0: line, index } of code.matchAll(/[^\n]+/g)) {
    const written = line.trim();
    if (written !== '' && !/^-?#/.test(written))
      lines.push({ from: index, depth: line.length - line.trimStart().length, code: written });
  }
  /** The first line from `at` on that is set in no further than `depth`. */
  const leaves = (at: number, depth: number): number => {
    const found = lines.findIndex((line, index) => index >= at && line.depth <= depth);
    return found === -1 ? lines.length : found;
  };
  const placeOf = (at: number): number => lines[at]?.from ?? text.length;
  for (const [at, { code, depth, from }] of lines.entries()) {
    // In markup any other line is words, whatever they say.
    const line = isMarkup && !/^[-=~&!]/.test(code) ? undefined : readLine(code);
    const asked = line && ask(line.condition);
    const [inner] = lines.slice(at + 1, at + 2);
    if (line === undefined || asked === undefined || (closes && inner !== undefined && goesOn.test(inner.code)))
      continue;
    const { word, leavesHere, statement } = line;
    const first: Region = [from, from + depth + statement];
    const sense = word.endsWith('unless') ? turn(asked) : asked;
    if (leavesHere) {
      // `return unless flag`: what follows up to the end of the block around it.
      const end = leaves(at + 1, depth - 1);
      collector.add(turn(sense), [placeOf(at + 1), placeOf(end)]);
      collector.choose(sense, [from, placeOf(end)], [first], [[placeOf(at + 1), placeOf(end)]]);
    } else if (word === 'modifier' || word === 'modifier unless') {
      const whole: Region = [from, from + code.length + depth];
      collector.add(sense, whole);
      collector.choose(sense, whole, [first], []);
    } else {
      const end = leaves(at + 1, depth);
      const next = lines[end];
      const isElse = next?.depth === depth && /^(?:- ?)?else\b:?$/.test(next.code);
      const past = isElse ? leaves(end + 1, depth) : end;
      // Ruby says where it ends; where that is not in line with the beginning, nobody can tell by the lines.
      const closing = lines[past];
      const isClosed = !closes || (closing?.depth === depth && /^(?:end|elsif)\b/.test(closing.code));
      if (!isClosed) continue;
      const yes: Region = [placeOf(at + 1), placeOf(end)];
      const no: Region | undefined = isElse ? [placeOf(end + 1), placeOf(past)] : undefined;
      collector.add(sense, yes, no);
      const exits = inner !== undefined && end === at + 2 && /^(?:return|raise|next|redirect_to)\b/.test(inner.code);
      const rest: Region = [placeOf(past), placeOf(leaves(past + 1, depth - 1))];
      if (exits && !isElse) collector.add(turn(sense), rest);
      const isChain = /^(?:- ?)?(?:elsif|elif)\b/.test(closing?.code ?? '');
      const after = closes ? placeOf(past) + depth + 'end'.length : placeOf(past);
      if (isChain) continue;
      if (exits && !isElse && sense === 'off') collector.choose(sense, [from, rest[1]], [yes], [[after, rest[1]]]);
      else collector.choose(sense, [from, after], [yes], no ? [no] : []);
    }
  }
}

/** With this a line of Ruby goes on with what stands above it. */
const goesOn = /^(?:&?\.\w|\|\||&&|(?:or|and)\b|[?:]\s)/;

interface Conditional {
  readonly word: string;
  readonly condition: string;
  readonly leavesHere: boolean;
  /** How many letters stand before the condition and do something. */
  readonly statement: number;
}

function readLine(code: string): Conditional | undefined {
  const [, word, condition] = /^(?:- ?)?(if|unless)\s+(.+?)(?:\s+then|:)?$/.exec(code) ?? [];
  if (word !== undefined && condition !== undefined) return { word, condition, leavesHere: false, statement: 0 };
  const [, before = '', last, rest] = /^(.*?)\s+(if|unless)\s+(.+)$/.exec(code) ?? [];
  if (last === undefined || rest === undefined) return undefined;
  const leavesHere = /^(?:return|raise|next)\b/.test(before) && !/["']/.test(before);
  return {
    word: last === 'unless' ? 'modifier unless' : 'modifier',
    condition: rest,
    leavesHere,
    statement: /^(?:return|next)$/.test(before) ? 0 : before.length,
  };
}

function turn(sense: 'on' | 'off'): 'on' | 'off' {
  return sense === 'on' ? 'off' : 'on';
}

const quiet =
  /\/\/[^\n]*|\/\*[^]*?(?:\*\/|(?![^]))|@"(?:[^"]|"")*"|'''[^]*?(?:'''|(?![^]))|"""[^]*?(?:"""|(?![^]))|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g;

/** A program of which only the code is left, and where its brackets close. */
interface Braced {
  readonly bare: string;
  readonly ends: ReadonlyMap<number, number>;
  readonly collector: RegionCollector;
}

/** A condition that asks for the flag. */
interface Asked {
  readonly sense: 'on' | 'off';
  readonly from: number;
  /** Where the block around it ends. */
  readonly end: number;
}

function readBraces(text: string, ask: AskText, collector: RegionCollector): void {
  const bare = text.replaceAll(quiet, blank);
  const ends = pairsOf(bare);
  if (ends === undefined) return;
  const program: Braced = { bare, ends, collector };
  for (const { 0: head, 1: word, index } of bare.matchAll(/\b(if|guard)\b\s*/g)) {
    const at = index + head.length;
    const isParen = bare[at] === '(';
    const [from, to] = isParen
      ? [at + 1, ends.get(at) as number]
      : [at, word === 'guard' ? bare.indexOf('else', at) : bare.indexOf('{', at)];
    if (to < from || to - from > 500) continue;
    const sense = ask(text.slice(from, to).trim());
    if (sense === undefined) continue;
    const after = isParen ? to + 1 : to;
    const [lead] = /^\s*(?:else\s*)?/.exec(bare.slice(after, after + 100)) as RegExpExecArray;
    const opening = after + lead.length;
    const asked: Asked = { sense, from: index, end: blockEnd(index, ends, text.length) };
    if (bare[opening] !== '{') readStatement(program, asked, opening);
    else if (word === 'guard') readGuard(program, asked, opening);
    else readBlock(program, asked, opening);
  }
}

/** `if (!flag) return;` */
function readStatement({ bare, collector }: Braced, asked: Asked, opening: number): void {
  const single = /^(?:return|throw|continue|break)\b[^;\n{}]*[;\n]/.exec(bare.slice(opening, opening + 300))?.[0];
  if (single === undefined) return;
  const past = opening + single.length;
  leave(collector, asked, [opening, past], past);
}

/** `guard flag else { … }`: what follows it up to the end of the block around it. */
function readGuard({ ends, collector }: Braced, { sense, from, end }: Asked, opening: number): void {
  const closing = ends.get(opening) as number;
  collector.add(sense, [closing, end]);
  collector.choose(sense, [from, end], [[closing + 1, end]], [[opening + 1, closing]]);
}

function readBlock({ bare, ends, collector }: Braced, asked: Asked, opening: number): void {
  const { sense, from } = asked;
  const closing = ends.get(opening) as number;
  const yes: Region = [opening + 1, closing];
  const [otherwise, brace] = /^\}\s*else\b(?:\s*(\{))?/.exec(bare.slice(closing, closing + 100)) ?? [];
  if (otherwise === undefined) {
    collector.add(sense, [opening, closing]);
    if (/(?:^|[;{}\n])\s*(?:return|throw|continue|break)\b[^;{}]*;?\s*$/.test(bare.slice(...yes)))
      leave(collector, asked, yes, closing + 1);
    else collector.choose(sense, [from, closing + 1], [yes], []);
  } else if (brace === undefined) {
    // `else if`: what it decides on is read where that condition stands.
    collector.add(sense, [opening, closing]);
  } else {
    const other = closing + otherwise.length - 1;
    const otherClosing = ends.get(other) as number;
    collector.add(sense, [opening, closing], [other, otherClosing]);
    collector.choose(sense, [from, otherClosing + 1], [yes], [[other + 1, otherClosing]]);
  }
}

/** What leaves the block around where the condition holds, and what follows it where it does not. */
function leave(collector: RegionCollector, { sense, from, end }: Asked, leaves: Region, past: number): void {
  const rest: Region = [past, end];
  collector.add(turn(sense), rest);
  collector.choose(sense, [from, end], [leaves], [rest]);
}

/** Where each bracket closes; `undefined` where they do not pair. */
function pairsOf(bare: string): ReadonlyMap<number, number> | undefined {
  const ends = new Map<number, number>();
  const open: number[] = [];
  for (const { 0: sign, index } of bare.matchAll(/[(){}]/g)) {
    if (sign === '(' || sign === '{') open.push(index);
    else {
      const at = open.pop();
      if (at === undefined || (bare[at] === '(') !== (sign === ')')) return undefined;
      ends.set(at, index);
    }
  }
  return open.length === 0 ? ends : undefined;
}

/** The end of the innermost block around a place. */
function blockEnd(at: number, ends: ReadonlyMap<number, number>, length: number): number {
  let found = length;
  for (const [from, to] of ends) if (from < at && at < to && to < found) found = to;
  return found;
}
