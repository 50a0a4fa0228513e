import { findPragma } from '../../additions/find-pragma.js';
import { mark } from '../words-only/mask-code.js';
import type { FilledPiece } from '../words-only/read-tags.js';
import { showsAttribute } from '../words-only/shown/shown-names.js';
import { isBoundText, showsText, withoutAsked, writtenRoute } from './asks-of-template.js';
import { isDrawn, isQuietAttribute, isSpoken } from './quiet-attributes.js';
import { areWords, said, withoutWords } from './without-words.js';

/**
 * What is left of a template without what people read and without what only holds that: its code, its branches and scripts, and all tags and attributes that may do
 * something, sign by sign.
 */
export function templateSkeleton(path: string, pieces: readonly FilledPiece[]): string {
  const isVue = /\.vue$/i.test(path);
  const left: string[] = [];
  const open: { readonly name: string; readonly isKept: boolean }[] = [];
  for (const { text, tag, codes } of pieces) {
    if (tag === undefined) {
      // What is chosen is sent; what stands beside the template of a component is for its tools.
      const isRead = open.at(-1)?.name !== 'option' && (!isVue || open[0]?.name === 'template');
      left.push(...(isRead ? textSkeleton(text, codes) : [createFill(codes)(text)]));
      continue;
    }
    if (tag.closes) {
      const at = open.findLastIndex(({ name }) => name === tag.name);
      const [own] = at === -1 ? [] : open.splice(at);
      if (own === undefined || own.isKept) left.push(text);
      continue;
    }
    const written = tagSkeleton(text, tag.name, codes);
    left.push(written);
    if (!tag.isEmpty) open.push({ name: tag.name, isKept: written !== '' });
  }
  return left.filter(Boolean).join('\n');
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
    areWords(found) && !/[:@+]|^\s*\w+\s*$/.test(found) && findPragma({ text: found, isBlock: true }) === undefined;
  return isProse ? '' : code;
}

const attribute = /\s+([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/y;
const end = /\s*\/?>$/y;

/** A tag as it is written, without its attributes that only say something; nothing where it only holds what is read. */
function tagSkeleton(tag: string, name: string, codes: readonly string[]): string {
  const fill = createFill(codes);
  const whole = createFill(codes)(tag);
  const kept: string[] = [];
  const quiet: string[] = [];
  let at = name.length + 1;
  for (;;) {
    end.lastIndex = at;
    if (end.test(tag)) break;
    attribute.lastIndex = at;
    const [written, called = '', double, single] = attribute.exec(tag) ?? [];
    if (written === undefined) return whole;
    at += written.length;
    const [own, value] = [fill(called), double ?? single];
    const given = value === undefined ? undefined : fill(value);
    const left = attributeSkeleton(name, own, given, whole);
    if (left === '') quiet.push(isSpoken(own) ? '' : `${own}=${given}`);
    else kept.push(left ?? `${own}=${given}`);
  }
  if (kept.length === 0) return isDrawn(name) ? '' : `<${name}>`;
  // Beside what may do something, how it looks and where it leads counts too.
  return `<${[name, ...kept, ...quiet.filter(Boolean)].join(' ')}>`;
}

/** Nothing where it only says something, `undefined` where all of it counts. */
function attributeSkeleton(element: string, name: string, value: string | undefined, tag: string): string | undefined {
  if (value === undefined) return undefined;
  const shown = showsText(value) ? 'Words' : (writtenRoute(value) ?? value);
  if (isDrawn(element)) return isQuietAttribute(element, name, shown) ? '' : undefined;
  if (isBoundText(name, value)) return `${name}=${said}`;
  const isShown =
    isSpoken(name) || showsAttribute(element, name, tag, false) || (name === 'value' && sends(element, tag));
  return isShown && areWords(shown) ? `${name}=${said}` : undefined;
}

/** What a button that has no name says is sent to nobody. */
function sends(element: string, tag: string): boolean {
  return (
    element === 'f:form.submit' || (element === 'input' && /\stype=["']submit["']/.test(tag) && !/\sname\s*=/.test(tag))
  );
}
