import { attributesOfTags } from '../../text/attributes-of-tags.js';
import { readMarkup, withoutEscapesOfCss } from './read-markup.js';

/**
 * The first attribute of the tags of a text that a browser, or a library for pages, runs or loads something for. All others are harmless, as
 * those are that real texts have: `href`, `target`, `class`, `title`. What runs in an address is not looked for here.
 */
export function findRunningAttribute(message: string): { readonly code: string; readonly offset: number } | undefined {
  if (!message.includes('<')) return undefined;
  for (const { tag, name, value, written: code, at: offset } of attributesOfTags(message))
    if (runs(tag, name, readMarkup(value))) return { code, offset };
  return undefined;
}

/** Does a browser or a library for pages run or load something for an attribute of this name, in lower case, whatever its value is? */
export function isRunningAttribute(name: string): boolean {
  return handler.test(name) || loading.has(name);
}

function runs(tag: string, name: string, value: string): boolean {
  if (isRunningAttribute(name)) return true;
  if (name === 'style') return styleThatLoads.test(withoutEscapesOfCss(value));
  const isShown = name === 'src' || (drawn.test(tag) && /^(?:xlink:)?href$/.test(name));
  return isShown && elsewhere.test(value.replace(/[\0- ]/g, ''));
}

/** Of browsers (`onclick`), and of Vue, Alpine, Angular, htmx, Svelte and their like: `@click`, `v-html`, `x-init`, `(click)`, `on:click`. */
const handler =
  /^(?:on[a-z]{3}|[@:#*([._$]|(?:data-)?(?:v|x|ng|hx|ws|sse|wire|up|on|bind|server)-|data-(?:bind|remote|method|url|src|action|controller)\b|(?!xmlns:|xml:|xlink:|xliff:)[a-z0-9-]+[:.])/;

const loading: ReadonlySet<string> = new Set(
  (
    'action archive attributename background classid code codebase data dynsrc formaction http-equiv imagesrcset lowsrc manifest ping poster ' +
    'profile srcdoc srcset'
  ).split(' '),
);

const styleThatLoads =
  /(?:url|image|image-set|src|element|cross-fade|expression)\(|@import|-moz-binding|behavior\s{0,9}:|position\s{0,9}:\s{0,9}fixed/i;
const drawn = /^(?:use|image|feimage|link)$/;
const elsewhere = /^(?:https?:)?[/\\]{2}/i;
