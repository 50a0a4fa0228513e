import { indexLines, type Position } from '../../text/index-lines.js';

export interface SharedName extends Position {
  readonly name: string;
}

/** A text behind a key, with how deep it lies. */
interface Pair {
  readonly key: string;
  readonly value: string;
  readonly at: number;
  readonly depth: number;
}

/** Names longer or more than these are not looked at. */
const mostPairs = 5000;

/**
 * New events that go by the name of another one: what they count is then counted as that. Told by what is called a name at the depth at which most names stand, or by
 * the texts of a list of nothing but keys and texts; what they are called by the code says nothing of it.
 */
export function findSharedNames(path: string, before: string, after: string): readonly SharedName[] {
  const [old, now] = [before, after].map((text) => namesIn(path, text));
  const known = countOf(old as readonly Pair[]);
  const position = indexLines(after);
  const seen = new Map<string, number>();
  return (now as readonly Pair[]).flatMap(({ value, at }) => {
    const count = (seen.get(value) ?? 0) + 1;
    seen.set(value, count);
    return count > Math.max(1, known.get(value) ?? 0) ? [{ name: value, ...position(at) }] : [];
  });
}

function countOf(pairs: readonly Pair[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { value } of pairs) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

const called = /^(?:name|event|event_?name|event_?id|slug)$/i;

function namesIn(path: string, text: string): readonly Pair[] {
  const pairs = /\.ya?ml$/i.test(path) ? pairsByIndent(text) : pairsByBraces(text);
  const named = pairs.filter(({ key }) => called.test(key));
  if (named.length > 0) {
    const depths = countDepths(named);
    const [most] = [...depths].toSorted(([one, count], [other, more]) => more - count || one - other);
    return named.filter(({ depth }) => depth === most?.[0]);
  }
  const keys = new Set(pairs.map(({ key }) => key));
  const isList = pairs.length > 1 && keys.size === pairs.length && countDepths(pairs).size === 1;
  return isList ? pairs : [];
}

function countDepths(pairs: readonly Pair[]): ReadonlyMap<number, number> {
  const depths = new Map<number, number>();
  for (const { depth } of pairs) depths.set(depth, (depths.get(depth) ?? 0) + 1);
  return depths;
}

/** Comments, texts, brackets, and `key: 'text'` or `key = 'text'`. */
const token =
  /\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/|$)|["']?([\w$-]{1,80})["']?\s{0,9}[:=]\s{0,9}(["'`])([\w.: /-]{2,100})\2|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[{[(]|[}\])]/g;

function pairsByBraces(text: string): readonly Pair[] {
  const pairs: Pair[] = [];
  let depth = 0;
  for (const { 0: whole, 1: key, 3: value, index } of text.matchAll(token)) {
    if (key !== undefined && value !== undefined) pairs.push({ key, value, at: index, depth });
    else if (/^[{[(]$/.test(whole)) depth++;
    else if (/^[}\])]$/.test(whole)) depth--;
    if (pairs.length === mostPairs) break;
  }
  return pairs;
}

function pairsByIndent(text: string): readonly Pair[] {
  const line =
    /^([ \t]*(?:-[ \t]+)?)["']?([\w$-]{1,80})["']?[ \t]*:[ \t]+["']?([\w.:\/-]{2,100})["']?[ \t]*(?:#.*)?$/gm;
  return [...text.matchAll(line)].slice(0, mostPairs).map(({ 1: indent = '', 2: key = '', 3: value = '', index }) => ({
    key,
    value,
    at: index + indent.length,
    depth: indent.length,
  }));
}
