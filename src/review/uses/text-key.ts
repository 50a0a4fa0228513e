import { componentOfTexts } from '../../catalogs/component-of.js';
import { isLocale } from '../../text/is-locale.js';
import type { CatalogLocation } from '../../catalogs/locate-catalog.js';
import { isAskedByFramework } from './is-asked-by-framework.js';
import { endsOf } from './sentence-ends.js';

/** How programs name a text. */
export type Naming =
  /** By its key, as a string or as members of something that holds texts. */
  | 'key'
  /** As `key`; where a view asks, what its place says may be left out. */
  | 'rails'
  /** As `rails`, by what lies beside the texts: a component of Rails and its template. */
  | 'component'
  /** As a member of a class that a tool makes of the catalog: `l10n.title`, `Resources.Title`. */
  | 'member'
  /** As Android does: `R.string.title`, `@string/title`. */
  | 'resource'
  /** By the words of the original. */
  | 'words';

/** A text of a catalog by the names that code may call it. */
export interface TextKey {
  /** Where it stands in its catalog. */
  readonly path: readonly (string | number)[];
  /** Of its catalog in every language, see `CatalogLocation`: code that loads the file takes the text as a member of it. */
  readonly family: string;
  /** Each is its segments joined by dots, however code joins them; the plainest first. */
  readonly names: readonly string[];
  readonly naming: Naming;
  /** A framework may ask for it though no code names it. */
  readonly implicit: boolean;
}

/**
 * The names of a text: its path; the same without what libraries add (plural forms, `message` of Chrome, the language as root of Rails);
 * each also behind the namespace that its file's name is (`common:save`, `messages.welcome`). `isQt`: the file is one of Qt's, whose
 * ending is TypeScript's.
 */
export function createTextKey(location: CatalogLocation, path: readonly (string | number)[], isQt = false): TextKey {
  return nameTexts(location, isQt)(path);
}

/** The same for many texts of one catalog. */
export function nameTexts(location: CatalogLocation, isQt: boolean): (path: TextKey['path']) => TextKey {
  const spaces = namespacesOf(location);
  return (path) => nameText(location, path, isQt, spaces);
}

function nameText(location: CatalogLocation, path: TextKey['path'], isQt: boolean, spaces: readonly string[]): TextKey {
  const { family } = location;
  const naming = isQt ? 'words' : namingOf(location);
  const implicit = isAskedByFramework(location, path);
  const segments = path.map(String);
  switch (naming) {
    case 'words': {
      // Behind the words stands the number of a form or a language, before them a context.
      const at = isQt
        ? 1
        : /\.po[t]?$/i.test(location.path)
          ? path.findLastIndex((each) => typeof each === 'string')
          : 0;
      const words = (segments[at] as string).trim();
      // What is put into the words may be worked out in the code.
      return { path, family, naming, names: [canonicalName(words)], implicit: implicit || isMostlyWorkedOut(words) };
    }
    case 'resource': {
      const name = (segments[0] as string).replace(/ \(.*\)$/, '');
      return { path, family, naming, names: [...new Set([name, name.replaceAll('.', '_')])], implicit };
    }
    case 'member': {
      const name = segments[0] as string;
      return { path, family, naming, names: [...new Set([name, name.replace(/[^\p{L}\p{N}]/gu, '_')])], implicit };
    }
    default:
      return { path, family, naming, names: namesOf(location, segments, spaces), implicit };
  }
}

function namingOf({ path, format }: CatalogLocation): Naming {
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  if (format === 'xml' && ending === 'xml') return 'resource';
  if (/^(?:arb|res[xw])$/.test(ending)) return 'member';
  if (format === 'yaml' && componentOfTexts(path) !== undefined) return 'component';
  if (format === 'yaml' && /(?:^|\/)config\/locales\//.test(path)) return 'rails';
  return /^(?:pot?|strings|stringsdict|xcstrings)$/.test(ending) ? 'words' : 'key';
}

function namesOf(location: CatalogLocation, segments: readonly string[], spaces: readonly string[]): readonly string[] {
  const component = componentOfTexts(location.path);
  if (component !== undefined) {
    const own = isLocale(segments[0] as string) ? segments.slice(1) : segments;
    return [own, ...withoutLast(own)].map((each) => [component.replaceAll('/', '.'), ...each].join('.'));
  }
  const rooted = segments.length > 1 && segments[0] === location.locale ? segments.slice(1) : segments;
  const plain = [rooted, ...withoutLast(rooted)].map((each) => canonicalName(each.join('.')));
  const bare = plain.flatMap((name) => [name, ...withoutSuffix(name)]);
  // An attribute of Fluent comes with its message.
  if (location.format === 'fluent') bare.push(...bare.map((name) => name.replace(/\..*$/, '')));
  const spaced = bare.flatMap((name) => spaces.map((space) => `${space}.${name}`));
  const names = isLaravel.test(location.path) && spaced.length > 0 ? spaced : [...bare, ...spaced];
  // i18n-js hands a part of Rails' texts to the browser without its root; what is made of Fluent's ids has no dashes.
  const others = names.flatMap((name) => {
    if (location.format === 'yaml') return [name.replace(/^(?:javascripts?|js)\./, '')];
    return location.format === 'fluent' ? writtenOf(name) : [];
  });
  return [...new Set([...names, ...others])];
}

/** Where Laravel looks for texts, whose names begin with their file's. */
const isLaravel = /(?:^|\/)lang\/.*\.php$/;

function writtenOf(name: string): readonly string[] {
  return [name, name.replaceAll('-', '_'), name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())];
}

/** One way to write a name: all signs that libraries put between segments are dots. A name with spaces is a sentence, and stays. */
export function canonicalName(written: string): string {
  return /\s/.test(written) ? written : written.replace(/::|[:|/]/g, '.');
}

/**
 * Does it say by itself that a text is meant, wherever it stands in a program? A sentence and a path with several segments do; a single
 * word (`save`, `createdAt`) may be anything.
 */
export function isTelling(name: string): boolean {
  if (/\s/.test(name)) return name.length > 4;
  const joints = name.match(/[._-]\w|[a-z](?=[A-Z])/g)?.length ?? 0;
  return name.includes('.') ? name.length > 5 : joints > 1 && name.length > 11;
}

/** Little but placeholders: nothing to find it by. */
function isMostlyWorkedOut(words: string): boolean {
  return /[%{$]/.test(words) && endsOf(words).length === 0;
}

/** Last segments that name no text of their own, but a form or a field of one. */
const fields = /^(?:zero|one|two|few|many|other|message|defaultMessage|string|translation|text|value|type|\d+)$/;
const suffix = /(?:_ordinal)?_(?:zero|one|two|few|many|other|plural|interval|\d+)$/;

function withoutLast(segments: readonly string[]): readonly (readonly string[])[] {
  const last = segments.findLastIndex((segment) => !fields.test(segment)) + 1;
  return last > 0 && last < segments.length ? [segments.slice(0, last)] : [];
}

function withoutSuffix(name: string): readonly string[] {
  const plain = name.replace(suffix, '');
  return plain === name || plain === '' ? [] : [plain];
}

/** `common` of `locales/en/common.json` and `common.en.json`; `admin.users` and `users` for a file in a folder. */
export function namespacesOf({ family }: Pick<CatalogLocation, 'family'>): readonly string[] {
  const star = family.split('/').findIndex((segment) => segment.includes('*'));
  if (star === -1) return [];
  const below = family.split('/').slice(star);
  const parts = below.map((segment) => segment.replace(/\.[a-z]+$/i, '').replace(/[._-]?\*[._-]?/, '')).filter(Boolean);
  const all = parts.map((_, index) => parts.slice(index).join('.'));
  return [...new Set(all)].filter((space) => space !== 'translation');
}
