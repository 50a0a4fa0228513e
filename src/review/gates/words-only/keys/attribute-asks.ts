import { mark } from '../mask-code.js';
import type { FilledPiece } from '../read-tags.js';
import { showsAttribute } from '../shown/shown-names.js';
import { isOdd } from '../text-readers.js';
import type { AskedKey } from './asked-key.js';
import { findCalls } from './find-calls.js';
import { showsWhole } from './shows-whole.js';

const attribute = /\s([^\s"'<>/=]+)\s*=\s*("[^"]*"|'[^']*')/g;
const bound = /^(?::|v-bind:|\[)([\w-]+)\]?$/;
/** `<f:translate key="a" />` of Fluid. */
const element = /^f:translate$/;

/** Keys that a tag itself asks for: of a text that it is, or in what it binds to an attribute that people read. */
export function attributeAsks({ tag, text, codes }: FilledPiece): readonly AskedKey[] {
  if (tag === undefined || tag.closes) return [];
  return [...text.matchAll(attribute)].flatMap(({ 0: whole, 1: name = '', 2: value = '', index }): AskedKey[] => {
    const from = index + whole.length - value.length + 1;
    const inner = value.slice(1, -1);
    if (element.test(tag.name))
      return name === 'key' && /^[\w.:-]+$/.test(inner) ? [{ key: inner, at: from, end: from + inner.length }] : [];
    // What stands between brackets is taken for a link of Markdown.
    const written = name === mark ? (codes[text.slice(0, index).split(mark).length - 1] as string) : name;
    const [, named] = bound.exec(written) ?? [];
    if (named === undefined || !showsAttribute(tag.name, named, text, isOddTag(tag.name, text))) return [];
    return findCalls(inner)
      .filter((call) => showsWhole(inner, call))
      .map(({ key, at, end }) => ({ key, at: from + at, end: from + end }));
  });
}

/** Does a piece of code in a tag stand in an attribute that people read? */
export function isShownCode({ tag, text }: FilledPiece, code: number): boolean {
  const place = text.split(mark, code + 1).join(mark).length;
  return [...text.matchAll(attribute)].some(({ 0: whole, 1: name = '', index }) => {
    const isIn = index < place && place < index + whole.length;
    return isIn && tag !== undefined && showsAttribute(tag.name, name, text, isOddTag(tag.name, text));
  });
}

/** What an attribute holds says nothing of the element. */
function isOddTag(name: string, tag: string): boolean {
  return isOdd(name, tag.replaceAll(/"[^"]*"|'[^']*'/g, ''));
}
