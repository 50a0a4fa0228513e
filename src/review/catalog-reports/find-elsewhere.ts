import { loadReader } from '../../catalogs/catalog-formats.js';
import { locateCatalog, locateCatalogText, locateWordless } from '../../catalogs/locate-catalog.js';
import { escapeExpression } from '../../text/escape-expression.js';
import type { ReviewContext } from '../check.js';
import { createTextKey } from '../uses/text-key.js';
import type { UsedText } from '../uses/text-uses.js';

/** More catalogs are not looked through, and not for more texts. */
const mostCatalogs = 60;
const mostTexts = 200;

/**
 * Those of these texts, which are gone, that another catalog of the head has for the same language: moved within the change; or, where the app reads all its
 * catalogs as one, as Android and Rails do, anywhere.
 */
export async function findElsewhere(
  texts: readonly UsedText[],
  { change, snapshot }: Pick<ReviewContext, 'change' | 'snapshot'>,
): Promise<ReadonlySet<UsedText>> {
  const shared = texts.filter(isShared).slice(0, mostTexts);
  const searched = shared.length === 0 ? [] : await snapshot.search([...new Set(shared.map(expressDefinition))]);
  // Those that are known by their paths come first.
  const paths = [...new Set([...change.files.map(({ path }) => path), ...(searched ?? [])])]
    .filter((path) => locateCatalog(path) !== undefined || isResource.test(path) || locateWordless(path) !== undefined)
    .toSorted((one, other) => Number(isWordless(one)) - Number(isWordless(other)));
  const found = new Set<UsedText>();
  for (const [path, { text = '' }] of await snapshot.read('head', paths.slice(0, mostCatalogs))) {
    const { language, names, everywhere } = await listTexts(path, text);
    for (const each of texts) {
      const [name] = each.key.names as [string];
      const own = languageOf(each.file.path, each.file.before?.text as string);
      if (each.file.path !== path && (everywhere.has(name) || (language === own && names.has(name)))) found.add(each);
    }
  }
  return found;
}

function isWordless(path: string): boolean {
  return locateCatalog(path) === undefined && !isResource.test(path);
}

/** Of Android, where texts that are not to be translated lie in files of their own. */
const isResource = /(?:^|\/)res\/values\/[^/]+\.xml$/;

/** Does the app read all catalogs as one? */
export function isShared({ key: { naming } }: UsedText): boolean {
  return naming === 'resource' || naming === 'rails';
}

/** A line that gives a text this name. */
function expressDefinition({ key: { names, naming } }: UsedText): string {
  const [name] = names as [string];
  return naming === 'resource'
    ? `name *= *"${escapeExpression(name)}"`
    : `^ *["']?${escapeExpression(name.slice(name.lastIndexOf('.') + 1))}["']? *:`;
}

/** The names of a catalog's texts, those apart that stand for every language. */
async function listTexts(
  path: string,
  text: string,
): Promise<{
  readonly language: string;
  readonly names: ReadonlySet<string>;
  readonly everywhere: ReadonlySet<string>;
}> {
  const names = new Set<string>();
  const everywhere = new Set<string>();
  const location = locateCatalogText(path, text);
  if (location !== undefined && location.format !== 'unsupported') {
    const { entries } = (await loadReader(location.format, text))(path, text);
    for (const { path: keys } of entries.values())
      for (const name of createTextKey(location, keys).names) names.add(name);
  }
  // What is not to be translated is in the original alone, and no reader gives it.
  for (const [tag, name = ''] of text.matchAll(
    /<(?:string|plurals)\s[^>]{0,200}?\bname="([\w.]{1,200})"[^>]{0,200}>/g,
  )) {
    if (location === undefined || tag.includes('translatable="false"')) everywhere.add(name);
  }
  return { language: languageOf(path, text), names, everywhere };
}

function languageOf(path: string, text: string): string {
  const root = /\.ya?ml$/i.test(path) ? /^["']?([A-Za-z]{2,3}(?:[-_]\w{2,4})?)["']?:\s*$/m.exec(text)?.[1] : undefined;
  return root ?? locateCatalogText(path, text)?.locale ?? '';
}
