import { isAddressOfPage } from './addresses/address-of-page.js';
import { isWord } from './is-word.js';

const attribute = /\s+([a-z]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
const end = /\s*\/?>$/y;
const tagName = /^<[a-z]\w*/;
/** How the design systems of GOV.UK and the NHS set type: no script of theirs asks for these (“Typography”, “Lists”, “Override classes” of their guidance). */
const setsType =
  /^(?:govuk|nhsuk)-(?:body(?:-[sml]|-lead)?|heading-[smlx]{1,2}|caption-[mlx]{1,2}|list(?:--(?:bullet|number|spaced))?|link|section-break(?:--(?:[mlx]{1,2}|visible))?|!-(?:margin|padding|font(?:-size|-weight)?|text-align|text-break)[\w-]*|u-(?:margin|padding|font|text)[\w-]*)$/;
/** What scripts and signs hang on. */
const hook =
  /(?:^|[\s_-])js(?:$|[\s_-])|icon|symbol|emoji|tab(?:$|[\s_-])|slide|carousel|dropdown|toggle|collaps|accordion|modal|trigger|ajax|popup|lightbox|(?:^|[\s_-])(?:load|remote|delete|remove)(?:$|[\s_-])|(?:^|\s)(?:qa|test)[-_]/i;

/** What an element of prose may say of itself, with the classes that the file has elsewhere on such an element. */
const harmless: Readonly<Record<string, (value: string, classes: ReadonlySet<string>, name: string) => boolean>> = {
  href: (value, _, name) => name === 'a' && isAddressOfPage(value),
  class: (value, classes, name) =>
    value.split(/\s+/).every((each) => setsType.test(each) || classes.has(classKey(name, each))) && !hook.test(value),
  lang: (value) => /^[a-z]{2,3}(?:-[A-Za-z\d]{2,8})*$/.test(value),
  title: (value) => value.split(' ').every(isWord),
  rel: (value, _, name) => name === 'a' && onlyLeads('rel', value),
  target: (value, _, name) => name === 'a' && onlyLeads('target', value),
};

/** Does an attribute of a link, as far as it is written out, say only how a page is opened, and nothing that a script asks for? */
export function onlyLeads(called: string, value: string): boolean {
  if (called === 'rel') return /^(?:(?:noopener|noreferrer|nofollow|external) ?)+$/.test(value);
  if (called === 'target') return /^_(?:blank|self)$/.test(value);
  return !/^class(?:Name)?$/.test(called) || !hook.test(value);
}

/** Has a tag no attributes but those that only say how prose looks and where a link leads? A link needs an address. */
export function hasHarmlessAttributes(tag: string, classes: ReadonlySet<string>): boolean {
  const found = readAttributes(tag);
  if (found === undefined || (found.name === 'a' && !found.attributes.has('href'))) return false;
  return [...found.attributes].every(
    ([called, value]) => Object.hasOwn(harmless, called) && harmless[called]?.(value, classes, found.name),
  );
}

/** The classes of a tag, each with the name of its element, where they are written out. */
export function classesOf(tag: string): readonly string[] {
  const found = readAttributes(tag);
  const value = found?.attributes.get('class');
  return found === undefined || value === undefined ? [] : value.split(/\s+/).map((each) => classKey(found.name, each));
}

function classKey(name: string, value: string): string {
  return `${name} ${value}`;
}

interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** `undefined` for what has anything but attributes in quotes, each once. */
function readAttributes(tag: string): Tag | undefined {
  const [opening] = tagName.exec(tag) ?? [];
  if (opening === undefined) return undefined;
  const attributes = new Map<string, string>();
  let at = opening.length;
  for (;;) {
    end.lastIndex = at;
    if (end.test(tag)) return { name: opening.slice(1), attributes };
    attribute.lastIndex = at;
    const [whole, called, double, single] = attribute.exec(tag) ?? [];
    if (whole === undefined || called === undefined || attributes.has(called)) return undefined;
    attributes.set(called, double ?? (single as string));
    at += whole.length;
  }
}
