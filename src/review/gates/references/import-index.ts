import { posix } from 'node:path';
import { lastNameOf } from '../../../text/path-names.js';

/** Says which programs may import a path: never too few. */
export interface ImportIndex {
  readonly importersOf: (path: string) => ReadonlySet<string>;
  readonly add: (path: string, text: string) => void;
}

/**
 * An index of what programs may import, by any string that looks like the name of a file: relative ones by their place, others
 * (`@/features/home/card`) by their end. A program that imports by a name it works out may import all that is below its own folder,
 * or as many folders up as its strings go.
 */
export function createImportIndex(): ImportIndex {
  const byPlace = new Map<string, Set<string>>();
  const byName = new Map<string, Map<string, Set<string>>>();
  const working: { readonly folder: string; readonly path: string; readonly endings: readonly string[] }[] = [];
  return {
    add(path, text) {
      const endings = endingsOf(text);
      if (endings.length > 0) working.push({ folder: above(path, text), path, endings });
      for (const [, named = ''] of text.matchAll(/["'`]([^"'`\s]{1,300})(?=["'`])/g)) {
        if (isRelative(named)) put(byPlace, modulePath(resolveImport(path, named)), path);
        else if (named.includes('/')) put(groupOf(byName, lastNameOf(tailOf(named))), tailOf(named), path);
      }
    },
    importersOf(path) {
      const place = modulePath(path);
      const tails = byName.get(lastNameOf(place)) ?? new Map<string, Set<string>>();
      const found = new Set([
        ...(byPlace.get(place) ?? []),
        ...[...tails].flatMap(([tail, from]) => (isTailOf(tail, place) ? [...from] : [])),
        ...working.flatMap(({ folder, path: from, endings }) =>
          (folder === '' || path.startsWith(`${folder}/`)) &&
          endings.some((ending) => path.endsWith(ending) || (ending.startsWith('/') && `/${place}`.endsWith(ending)))
            ? [from]
            : [],
        ),
      ]);
      found.delete(path);
      return found;
    },
  };
}

/**
 * How the paths end that a program imports by a name it works out: anyhow, but where a pattern, or the last part of what is joined, says it. A name that
 * is written out is none, whatever stands before it (`import(/* webpackChunkName: "home" *\/ './home')`).
 */
function endingsOf(text: string): readonly string[] {
  const worked =
    /\bimport\.meta\.glob(?:<[^<>()]{0,100}>)?(?:\(\s*["'`](?<glob>[^"'`\n]{1,300})["'`]\s*[,)])?|\brequire\.context|\b(?:import|require)\s*\(\s*(?!(?:(?:\/\*[^]{0,300}?\*\/|\/\/[^\n]{0,300}\n)\s*){0,4}(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'|`[^`$\n]{0,300}`)\s*[,)])(?:(?:path\.)?(?:join|resolve)\([^"'`;]{0,200},\s*(?<quote>["'`])(?<joined>[^"'`$\n]{1,300})\k<quote>\s*\)\s*\)|`[^`\n]{0,300}\}[^`{}\n]{0,100}(?<kind>\.(?:json5?|ya?ml|md|css|scss|svg|png|wasm))`\s*[,)]|[^\s)])/g;
  return [...text.matchAll(worked)].map(({ groups: { glob, joined, kind } = {} }) => {
    // What is no program by its ending.
    if (kind !== undefined) return kind;
    if (joined !== undefined) return endOfJoined(joined);
    return glob === undefined || /[{}()[\]]/.test(glob) ? '' : glob.slice(glob.lastIndexOf('*') + 1);
  });
}

/** What a path that is joined of parts ends with, whichever language it is compiled from: it may go up first, and then name anything. */
function endOfJoined(last: string): string {
  const place = modulePath(last.replace(/^(?:\.{1,2}\/)+/, ''));
  return /^[.]*$/.test(place) ? '' : `/${place}`;
}

/** May `named`, imported by `importer`, mean `path`? */
export function mayResolveTo(importer: string, named: string, path: string): boolean {
  const place = modulePath(path);
  if (isRelative(named)) return modulePath(resolveImport(importer, named)) === place;
  return named.includes('/') && isTailOf(tailOf(named), place);
}

function isRelative(named: string): boolean {
  return /^\.{1,2}(?:\/|$)/.test(named);
}

/** What follows an alias's first part. */
function tailOf(named: string): string {
  return modulePath(named.slice(named.indexOf('/') + 1));
}

function isTailOf(tail: string, place: string): boolean {
  return tail !== '' && `/${place}`.endsWith(`/${tail}`);
}

function groupOf<T>(groups: Map<string, Map<string, T>>, key: string): Map<string, T> {
  const group = groups.get(key) ?? new Map<string, T>();
  groups.set(key, group);
  return group;
}

/** The place that a relative name means in the file that names it; the root has nothing above it. */
export function resolveImport(importer: string, named: string): string {
  return posix.resolve('/', importer, '..', `./${named}`).slice(1);
}

/** A path without its ending, and without `index`: what an import may call it. */
export function modulePath(path: string): string {
  return path
    .replace(/[?#].*$/, '')
    .replace(/\.(?:[cm]?[jt]sx?|vue|svelte)$/i, '')
    .replace(/(?:^|\/)index$/i, '');
}

/** The folder above all that a program may import whose names nobody can foresee. */
function above(path: string, text: string): string {
  const ups = Math.max(0, ...(text.match(/(?:\.\.\/){1,50}/g) ?? []).slice(0, 1000).map((up) => up.length / 3));
  return path
    .split('/')
    .slice(0, -1 - ups)
    .join('/');
}

function put(map: Map<string, Set<string>>, key: string, path: string): void {
  map.set(key, (map.get(key) ?? new Set()).add(path));
}
