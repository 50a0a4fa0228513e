import type { AskedKey } from '../keys/asked-key.js';
import { onlyLeads } from '../harmless-attributes.js';
import { isAddressOfPage } from './address-of-page.js';

const attribute = /\s([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'))?/g;
/** What a link may have that is followed, and does nothing else when it is pressed. */
const still = /^(?:href|class|id|rel|target|title|lang|dir|style|tabindex|aria-[a-z]+|data-(?:test(?:-?id)?|qa|cy))$/;

/** The address that a link is written with, where it leads to a page and does nothing else. */
export function addressOf(tag: string): AskedKey | undefined {
  if (!/^<a\s/.test(tag)) return undefined;
  let found: AskedKey | undefined;
  let left = tag.slice(2).replace(/\s*>$/, '');
  for (const { 0: whole, 1: name = '', 2: value = '', index } of tag.matchAll(attribute)) {
    if (!still.test(name) || !onlyLeads(name, value.slice(1, -1)) || (name === 'href' && found !== undefined))
      return undefined;
    left = left.replace(whole, '');
    if (name !== 'href') continue;
    const at = index + whole.length - value.length + 1;
    found = { key: value.slice(1, -1), at, end: at + value.length - 2 };
  }
  return found !== undefined && left === '' && isAddressOfPage(found.key) ? found : undefined;
}

/** A tag without what says only in which window a page opens. */
export function withoutWindow(tag: string): string {
  if (addressOf(tag) === undefined) return tag;
  return tag.replace(/\starget=(?:"_(?:blank|self)"|'_(?:blank|self)')/, '').replace(rel, '');
}

const rel =
  /\srel=(?:"(?:(?:noopener|noreferrer|nofollow|external) ?)+"|'(?:(?:noopener|noreferrer|nofollow|external) ?)+')/;

/** The addresses that a new side is to be read with: where a link leads to a page that nothing led to before, the old one. */
export function putAddressesBack(was: readonly AskedKey[], now: readonly AskedKey[]): readonly string[] {
  const known = new Set(was.map(({ key }) => key));
  const isSame = was.length === now.length;
  return now.map(({ key }, index) => (isSame && !known.has(key) ? (was[index] as AskedKey).key : key));
}
