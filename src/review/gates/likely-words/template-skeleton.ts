import { findPragma } from '../../additions/find-pragma.js';
import { mark } from '../words-only/mask-code.js';
import { isEmptyTag, type FilledPiece } from '../words-only/read-tags.js';
import { showsAttribute } from '../words-only/shown/shown-names.js';
import { isBoundText, showsText, withoutAsked, writtenRoute } from './asks-of-template.js';
import { isDrawn, isQuietAttribute, isSpoken, type PageNames } from './quiet-attributes.js';
import { areWords, said, withoutWords } from './without-words.js';

/**
 * What is left of a template without what people read and without what only holds that: its code, its branches and scripts, and all tags and attributes that may do
 * something, sign by sign.
 */
export function templateSkeleton(path: string, pieces: readonly FilledPiece[], names: PageNames): string {
  const isVue = /\.vue$/i.test(path);
  const tags = pieces.map((piece) => tagOf(piece, names));
  // Where one of a name counts all do, or an end could become that of another.
  const kept = new Set(tags.flatMap((tag) => (tag?.isKept === true ? [tag.name] : [])));
  const left: string[] = [];
  const open: { readonly name: string; readonly isKept: boolean }[] = [];
  const counts = new Map<string, number>();
  const count = (name: string, by: 1 | -1): void => void counts.set(name, (counts.get(name) ?? 0) + by);
  for (const [index, { text, tag, codes }] of pieces.entries()) {
    if (tag === undefined) {
      // What is chosen is sent; what stands beside the template of a component is for its tools.
      const isRead = !((counts.get('option') ?? 0) > 0) && (!isVue || open[0]?.name === 'template');
      left.push(...(isRead ? textSkeleton(text, codes) : [JSON.stringify(createFill(codes)(text))]));
      continue;
    }
    const name = tag.name.toLowerCase();
    if (tag.closes) {
      const at = (counts.get(name) ?? 0) > 0 ? open.findLastIndex((each) => each.name === name) : -1;
      const closed = at === -1 ? [] : open.splice(at);
      for (const each of closed) count(each.name, -1);
      if (closed[0] === undefined || closed[0].isKept) left.push(`</${name}>`);
      continue;
    }
    const within = open.findLast(({ isKept }) => isKept)?.name;
    const isKept = kept.has(name) || !mayComeAndGo(within) || open.length > deepest;
    if (isKept) left.push((tags[index] as Tag).written);
    if (tag.isEmpty) continue;
    open.push({ name, isKept });
    count(name, 1);
  }
  return left.filter(Boolean).join('\n');
}

/** What lies deeper is no page that people wrote. */
const deepest = 200;

/** What stands right in such an element ends it, or is handed to it. */
function mayComeAndGo(within: string | undefined): boolean {
  return (
    within === undefined || !/^(?:p|li|h[1-6]|t[dhr]|table|a|dt|dd|button|label|select)$|[-.:]|^transition/.test(within)
  );
}

interface Tag {
  readonly name: string;
  readonly written: string;
  readonly isKept: boolean;
}

function tagOf({ text, tag, codes }: FilledPiece, names: PageNames): Tag | undefined {
  if (tag === undefined || tag.closes) return undefined;
  const name = tag.name.toLowerCase();
  // In HTML such an end ends nothing, in a component all.
  const ends = text.endsWith('/>') && !isEmptyTag(tag.name) ? '/' : '';
  const written = tagSkeleton(text, tag.name, codes, names) + ends;
  const isVoid = /^(?:br|hr|wbr)$/.test(name);
  return { name, written, isKept: !isDrawn(tag.name) || written !== `<${tag.name}>` || tag.isEmpty !== isVoid };
}

/** Puts the pieces of code back, one after the other. */
function createFill(codes: readonly string[]): (part: string) => string {
  const code = codes.values();
  return (part) => part.replaceAll(mark, () => code.next().value as string);
}

function textSkeleton(text: string, codes: readonly string[]): readonly string[] {
  return text
    .split(mark)
    .flatMap((part, index) => [...(index === 0 ? [] : [codeSkeleton(codes[index - 1] as string)]), withoutWords(part)]);
}

const note = /^(?:<!--([^]*)-->|<%#([^\n]*)%>|\{#([^]*)#\}|\{\{!--([^]*)--\}\})$/;

/** A comment of prose may come and go; what a tool heeds, or what holds code, counts. */
function codeSkeleton(code: string): string {
  const [, ...ways] = (note.exec(code) ?? []) as readonly (string | undefined)[];
  const found = ways.find((each) => each !== undefined);
  if (found === undefined) return withoutAsked(code);
  const isProse =
    areWords(found) &&
    !/[:@+]|^\s*(?:\w+\s*$|\/|[A-Z]{2,}\b)/.test(found) &&
    findPragma({ text: found, isBlock: true }) === undefined;
  return isProse ? '' : code;
}

const attribute = /\s+([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/y;
const end = /\s*\/?>$/y;

/** A tag as it is written, without its attributes that only say something. */
function tagSkeleton(tag: string, name: string, codes: readonly string[], names: PageNames): string {
  const fill = createFill(codes);
  const whole = createFill(codes)(tag);
  const kept: string[] = [];
  const quiet: string[] = [];
  const called = new Set<string>();
  let at = name.length + 1;
  for (;;) {
    end.lastIndex = at;
    if (end.test(tag)) break;
    attribute.lastIndex = at;
    const [written, given = '', double, single] = attribute.exec(tag) ?? [];
    // A name twice, or what is spread over the others, is read in its order.
    if (written === undefined || called.has(given.toLowerCase()) || /[{}\uE000]/.test(given)) return whole;
    called.add(given.toLowerCase());
    at += written.length;
    const [own, raw] = [fill(given), double ?? single];
    const value = raw === undefined ? undefined : fill(raw);
    const left = attributeSkeleton(name, own, value, whole, names);
    const plain = value === undefined ? own : `${own}=${JSON.stringify(value)}`;
    if (left === '') quiet.push(isSpoken(own) ? '' : plain);
    else kept.push(left ?? plain);
  }
  // Beside what may do something, how it looks and where it leads counts too.
  const all = kept.length === 0 ? [] : [...kept, ...quiet.filter(Boolean)];
  return `<${[name, ...all].join(' ')}>`;
}

/** Nothing where it only says something, `undefined` where all of it counts. */
function attributeSkeleton(
  element: string,
  name: string,
  value: string | undefined,
  tag: string,
  names: PageNames,
): string | undefined {
  if (value === undefined) return undefined;
  const isAsked = isSpoken(name) && showsText(value);
  const shown = isAsked ? 'Words' : name === 'href' ? (writtenRoute(value) ?? value) : value;
  if (isDrawn(element) || element === 'a') return isQuietAttribute(element, name, shown, names) ? '' : undefined;
  const isShown = showsAttribute(element, name, tag, false) && (areWords(value) || showsText(value));
  return isShown || isBoundText(element, name, value, tag) ? `${name}=${said}` : undefined;
}
