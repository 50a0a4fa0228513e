import { locateCatalog, locateWordless } from '../../../catalogs/locate-catalog.js';
import { resolveImport } from '../../gates/references/import-index.js';

/** What a program loads of catalogs. A family begins with a slash where only the end of the path is known. */
export interface LoadedCatalogs {
  /** The family by the name that holds all of it. */
  readonly held: ReadonlyMap<string, string>;
  /** What is taken out of it at once. */
  readonly taken: readonly TakenParts[];
}

/** The inside of `{ bye as last }`, and where it begins. */
export interface TakenParts {
  readonly family: string;
  readonly parts: string;
  readonly at: number;
}

/** `import en, { bye as last } from './en.json'`, `import * as en from …`: the groups are names, then where from. */
const imported =
  /\bimport\s{1,9}(?:([\w$]{1,80})\s{0,9},?\s{0,9})?(?:\*\s{0,9}as\s{1,9}([\w$]{1,80})|\{([^{}]{0,5000})\})?\s{0,9}from\s{0,9}["']([^"'\n]{1,300})["']/g;
/** `const en = require('./en.json')`, `const { bye } = await import(…)`. */
const required =
  /\b(?:const|let|var|import)\s{1,9}(?:([\w$]{1,80})|(\{[^{}]{0,5000}\}))\s{0,9}=\s{0,9}(?:await\s{1,9}import|require)\s{0,9}\(\s{0,9}["'`]([^"'`\n]{1,300})["'`]/g;

/** The catalogs that a program at `path` loads itself, by whatever names. */
export function findLoadedCatalogs(path: string, text: string): LoadedCatalogs {
  const held = new Map<string, string>();
  const taken: TakenParts[] = [];
  for (const { index, 0: whole, 1: one, 2: all, 3: parts, 4: from = '' } of text.matchAll(imported)) {
    const family = familyOf(path, from);
    if (family === undefined) continue;
    const [, named] = /\bdefault\s{1,9}as\s{1,9}([\w$]{1,80})/.exec(parts ?? '') ?? [];
    for (const name of [one, all, named]) if (name !== undefined) held.set(name, family);
    if (parts !== undefined) taken.push({ family, parts, at: index + whole.indexOf('{') + 1 });
  }
  for (const { index, 0: whole, 1: name, 2: parts, 3: from = '' } of text.matchAll(required)) {
    const family = familyOf(path, from);
    if (family === undefined) continue;
    if (name !== undefined) held.set(name, family);
    if (parts !== undefined) taken.push({ family, parts, at: index + whole.indexOf('{') });
  }
  return { held, taken };
}

/** The catalog that a program loads so; `undefined` where it is none. */
function familyOf(importer: string, named: string): string | undefined {
  const isRelative = named.startsWith('.');
  // The first part of another one is an alias, or the name of a package.
  const plain = (isRelative ? resolveImport(importer, named) : named.slice(named.indexOf('/') + 1)).replace(
    /[?#].*$/,
    '',
  );
  const located = [plain, `${plain}.ts`, plain.replace(/\.js$/, '.ts')]
    .map((each) => locateCatalog(each) ?? locateWordless(each))
    .find((each) => each !== undefined);
  if (located === undefined) return undefined;
  return isRelative ? located.family : `/${located.family}`;
}
