import type { AskedKey } from './asked-key.js';
import type { KeyTexts } from './key-texts.js';
import { takesPlace } from './takes-place.js';

/** What a side has to be named by the place of its file. */
interface Side {
  readonly path: string;
  readonly text: string;
}

/** What says where the keys of a program begin. */
const scoper =
  /(?:use\w*Translations?|get\w*Translations?|getFixedT|useScopedI18n|getScopedI18n|withTranslation|withNamespaces|createTranslator|createNamespacedHelpers)\s*(?:<[^<>()]*>)?\(([^()]*)\)|\bkeyPrefix\b|\bread\s*:|\btrans_default_domain\b/g;

/**
 * The keys that the new side of a file is to be read with: of each that asks for another text at the same place the old one, if both are texts with the same words and
 * nothing else; all others as they are.
 */
export async function putKeysBack(
  { path, text }: Side,
  was: readonly AskedKey[],
  now: readonly AskedKey[],
  texts: KeyTexts,
): Promise<readonly string[]> {
  if (was.length !== now.length) return now.map(({ key }) => key);
  const scope = scopeOf(text);
  const keys: string[] = [];
  for (const [index, { key }] of now.entries()) {
    const { key: old } = was[index] as AskedKey;
    const may = key === old || (scope !== undefined && isMarked(key) === isMarked(old) && (await mayAsk(old, key)));
    keys.push(may ? old : key);
  }
  return keys;

  async function mayAsk(old: string, key: string): Promise<boolean> {
    const [from, to] = [nameOf(path, old, scope as string), nameOf(path, key, scope as string)];
    if (from === undefined || to === undefined) return false;
    const [known, found] = [await texts.find('base', from), await texts.find('head', to)];
    if (known.length > 0 && found.length === 0) texts.missing.add(key);
    const areWords = known.length > 0 && [...known, ...found].every(({ naming }) => naming === 'words');
    // What a language does not translate is shown there as it is written.
    const asWritten =
      areWords && texts.mayLoseTranslations === true ? known.map((each) => ({ ...each, value: to })) : [];
    return takesPlace(known, [...found, ...asWritten]);
  }
}

/** In Rails texts of such names are HTML. */
function isMarked(key: string): boolean {
  return /[._]html$/.test(key);
}

/** Where all keys of a file begin, '' at the top; `undefined` where they begin in several places or nobody can tell. */
function scopeOf(text: string): string | undefined {
  const scopes = new Set<string | undefined>();
  for (const [, given] of text.matchAll(scoper))
    scopes.add(
      given === undefined ? undefined : given.trim() === '' ? '' : /^\s*["']([\w.:-]+)["']\s*$/.exec(given)?.[1],
    );
  if (scopes.size > 1) return undefined;
  return scopes.size === 0 ? '' : [...scopes][0];
}

/** A key by the place of its view, as Rails reads one that begins with a dot. */
function nameOf(path: string, key: string, scope: string): string | undefined {
  if (!key.startsWith('.')) return scope === '' ? key : `${scope}.${key}`;
  const [, view] = /(?:^|\/)app\/views\/([^.]+)\.[\w.+]+$/.exec(path) ?? [];
  return view === undefined ? undefined : `${view.replaceAll('/_', '/').replaceAll('/', '.')}${key}`;
}
