import { loadReader } from '../../../catalogs/catalog-formats.js';
import { locateCatalog, locateCatalogText, locateWordless } from '../../../catalogs/locate-catalog.js';
import type { Catalog } from '../../../catalogs/catalog.js';
import { escapeExpression } from '../../../text/escape-expression.js';
import type { ReviewContext } from '../../check.js';
import { nameTexts } from '../../uses/text-key.js';
import type { UsedText } from '../../uses/text-uses.js';
import { createBuiltWith } from './built-with.js';

/** More catalogs are not looked through, and not for more texts. */
const mostCatalogs = 60;
const mostTexts = 200;

/** Which of these texts, which are gone, another catalog has, and whether the app reads that one for certain. */
export type FindElsewhere = (texts: readonly UsedText[]) => Promise<ReadonlyMap<UsedText, boolean>>;

/**
 * Finds those of some texts, which are gone, that another catalog of the head has for the same language: moved within the change; or, where the app reads all its
 * catalogs as one, as Android and Rails do, anywhere; certainly so, unless another build has it. As a text goes in every language, what was searched and read once is kept for the next.
 */
export function createFindElsewhere({
  change,
  snapshot,
  texts: readTexts,
}: Pick<ReviewContext, 'change' | 'snapshot' | 'texts'>): FindElsewhere {
  const searches = new Map<string, ReturnType<typeof snapshot.search>>();
  const lists = new Map<string, Promise<TextList>>();
  const builtWith = createBuiltWith(snapshot);
  const search = (expressions: readonly string[]): ReturnType<typeof snapshot.search> => {
    const id = JSON.stringify(expressions);
    const found = searches.get(id) ?? snapshot.search(expressions);
    searches.set(id, found);
    return found;
  };
  const list = (path: string, text: string, read: Catalog | undefined): Promise<TextList> => {
    const found = lists.get(path) ?? listTexts(path, text, read);
    lists.set(path, found);
    return found;
  };
  return async (texts) => {
    const shared = texts.filter(isShared).slice(0, mostTexts);
    const searched = shared.length === 0 ? [] : await search([...new Set(shared.map(expressDefinition))]);
    const wanted = texts.map((text) => ({ text, own: languageOf(text.file.path, text.file.before?.text as string) }));
    // Those that are known by their paths come first.
    const paths = [...new Set([...change.files.map(({ path }) => path), ...(searched ?? [])])]
      .filter(
        (path) => locateCatalog(path) !== undefined || isResource.test(path) || locateWordless(path) !== undefined,
      )
      .toSorted((one, other) => Number(isWordless(one)) - Number(isWordless(other)));
    const { catalogs } = await readTexts();
    const found = new Map<UsedText, boolean>();
    for (const [path, { text = '' }] of await snapshot.read('head', paths.slice(0, mostCatalogs))) {
      const { language, names, everywhere } = await list(path, text, catalogs.get(path)?.after);
      for (const { text: each, own } of wanted) {
        const [name] = each.key.names as [string];
        if (each.file.path === path || found.get(each) === true) continue;
        if (everywhere.has(name) || (language === own && names.has(name)))
          found.set(each, isShared(each) && (await builtWith(each.file.path, path)));
      }
    }
    return found;
  };
}

function isWordless(path: string): boolean {
  return locateCatalog(path) === undefined && !isResource.test(path);
}

/** Of Android and .NET for Android, where texts that are not to be translated lie in files of their own. */
const isResource = /(?:^|\/)(?:res|Resources)\/values\/[^/]+\.xml$/;

/** Does the app read all catalogs as one? */
function isShared({ key: { naming } }: UsedText): boolean {
  return naming === 'resource' || naming === 'rails';
}

/** A line that gives a text this name. */
function expressDefinition({ key: { names, naming } }: UsedText): string {
  const [name] = names as [string];
  return naming === 'resource'
    ? `name *= *"${escapeExpression(name)}"`
    : `^ *["']?${escapeExpression(name.slice(name.lastIndexOf('.') + 1))}["']? *:`;
}

interface TextList {
  readonly language: string;
  readonly names: ReadonlySet<string>;
  readonly everywhere: ReadonlySet<string>;
}

/** The names of a catalog's texts, those apart that stand for every language. */
async function listTexts(path: string, text: string, read: Catalog | undefined): Promise<TextList> {
  const names = new Set<string>();
  const everywhere = new Set<string>();
  const location = locateCatalogText(path, text);
  if (location !== undefined && location.format !== 'unsupported') {
    const { entries } = read ?? (await loadReader(location.format, text))(path, text);
    const nameText = nameTexts(location, false);
    for (const { path: keys } of entries.values()) for (const name of nameText(keys).names) names.add(name);
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
