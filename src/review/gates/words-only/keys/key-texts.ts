import { loadReader } from '../../../../catalogs/catalog-formats.js';
import type { Dialect } from '../../../../catalogs/find-tokens.js';
import { locateCatalog, locateCatalogText, type CatalogLocation } from '../../../../catalogs/locate-catalog.js';
import { escapeExpression } from '../../../../text/escape-expression.js';
import type { ReviewContext } from '../../../check.js';
import { canonicalName, nameTexts, type Naming } from '../../../uses/text-key.js';

/** A text of a catalog that has a name. */
export interface KeyText {
  /** The catalog in its language; of catalogs that are read as one, all of that language. */
  readonly place: string;
  readonly naming: Naming;
  readonly locale: string | undefined;
  readonly value: string;
  readonly isText: boolean;
  readonly dialect: Dialect;
}

export interface KeyTexts {
  /** What the catalogs of one side of a change have for a name. */
  find(side: 'base' | 'head', name: string): Promise<readonly KeyText[]>;
  /** Keys that a file asks for now and of which no catalog has a text. */
  readonly missing: Set<string>;
  /** Words that are their own key may become others, which no language has a translation of. */
  readonly mayLoseTranslations?: true;
}

/** More catalogs are not looked through. */
const mostCatalogs = 200;
const longestProbe = 30;

/** Reads the catalogs of a change when they are asked for, each once. */
export function createKeyTexts({ change, snapshot }: Pick<ReviewContext, 'change' | 'snapshot'>): KeyTexts {
  const lists = new Map<string, Promise<ReadonlyMap<string, readonly KeyText[]>>>();
  const changed = change.files.map(({ path }) => path);
  const find: KeyTexts['find'] = async (side, name) => {
    const searched = await snapshot.search([escapeExpression(probeOf(name))]);
    if (searched === undefined) return [];
    const paths = [...new Set([...changed, ...searched])].filter((path) => locateCatalog(path) !== undefined);
    if (paths.length > mostCatalogs) return [];
    const read = await snapshot.read(side, paths);
    const all = await Promise.all(
      [...read].map(async ([path, { text = '' }]) => {
        const id = `${side} ${path}`;
        const list = lists.get(id) ?? listTexts(path, text);
        lists.set(id, list);
        return (await list).get(canonicalName(name)) ?? [];
      }),
    );
    return all.flat();
  };
  return { find, missing: new Set() };
}

/** What a line of a catalog has that has the text: long sentences are parted. */
function probeOf(name: string): string {
  return /\s/.test(name) ? name.slice(0, longestProbe).replace(/\s+\S*$/, '') : name.slice(name.search(/[^.:/|]*$/));
}

async function listTexts(path: string, text: string): Promise<ReadonlyMap<string, readonly KeyText[]>> {
  const found = new Map<string, KeyText[]>();
  const location = locateCatalogText(path, text) as CatalogLocation;
  const { format, locale } = location;
  if (format === 'unsupported') return found;
  const { entries, problem, dialect = 'plain' } = (await loadReader(format, text))(path, text);
  if (problem !== undefined) return found;
  const nameText = nameTexts(location, dialect === 'qt');
  for (const { path: keys, value, isText } of entries.values()) {
    const { names, naming } = nameText(keys);
    // Who asks for a list goes through it.
    if (naming !== 'words' && keys.some((key) => typeof key === 'number')) continue;
    // Rails reads all its catalogs of one language as one.
    const place = naming === 'rails' ? `rails ${String(locale)}` : path;
    for (const name of names) {
      const each = { place, naming, locale, value, isText, dialect };
      // Where no translation is, the words themselves are shown.
      const texts = naming === 'words' ? [each, { ...each, value: name }] : [each];
      found.set(name, [...(found.get(name) ?? []), ...texts]);
    }
  }
  return found;
}
