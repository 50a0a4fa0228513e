import type { ReviewContext } from '../check.js';
import { blankComments, findKey, isCode, isTest } from './code-text.js';

/** The programs of a feature folder at the head, by path, with comments blanked. */
export type FeatureCode = ReadonlyMap<string, string>;

/** More files of a folder are not looked at: what is not reached counts as not gated. */
const mostFiles = 400;

/** Reads the programs of a folder (the whole repository where it is empty), tests apart. */
export async function readFeatureCode({ around }: Pick<ReviewContext, 'around'>, folder: string): Promise<FeatureCode> {
  const paths = (await around.paths('head')).filter(
    (path) => (folder === '' || path.startsWith(`${folder}/`)) && isCode(path) && !isTest(path),
  );
  const versions = await around.read('head', paths.slice(0, mostFiles));
  return new Map([...versions].map(([path, version]) => [path, blankComments(version.text ?? '')]));
}

/** The paths that refer to one of the flags: by its key as a string, or by a name that is given that string in the same folder. */
export function pathsThatRefer(code: FeatureCode, keys: readonly string[]): ReadonlySet<string> {
  const names = new Set<string>();
  const found = new Set<string>();
  for (const [path, text] of code) {
    for (const key of keys) {
      for (const at of findKey(text, key)) {
        found.add(path);
        const name = /([A-Za-z_$][\w$]*)['"]?\s*[:=]\s*$/.exec(text.slice(Math.max(0, at - 80), at))?.[1];
        if (name !== undefined && name.length > 2) names.add(name);
      }
    }
  }
  for (const [path, text] of code) {
    const words = new Set(text.match(/[A-Za-z_$][\w$]*/g) ?? []);
    if ([...names].some((name) => words.has(name))) found.add(path);
  }
  return found;
}

/**
 * The paths that are behind a flag: those that refer to it, and those that are reached only through such ones. What nobody in the
 * folder imports is reached from outside, so it is not.
 */
export function gatedPaths(code: FeatureCode, referring: ReadonlySet<string>): ReadonlySet<string> {
  const importers = readImporters(code);
  const gated = new Set(referring);
  for (let grown = true; grown;) {
    grown = false;
    for (const path of code.keys()) {
      const from = importers.get(path);
      if (gated.has(path) || from === undefined || ![...from].every((each) => gated.has(each))) continue;
      gated.add(path);
      grown = true;
    }
  }
  return gated;
}

function readImporters(code: FeatureCode): ReadonlyMap<string, ReadonlySet<string>> {
  const importers = new Map<string, Set<string>>();
  for (const [path, text] of code) {
    for (const [, named = ''] of text.matchAll(/(?:from|import|require)\s*\(?\s*['"](\.{1,2}\/[^'"\n]{1,300})['"]/g)) {
      for (const target of targetsOf(path, named)) {
        if (!code.has(target) || target === path) continue;
        importers.set(target, (importers.get(target) ?? new Set()).add(path));
      }
    }
  }
  return importers;
}

const endings = ['ts', 'tsx', 'js', 'jsx', 'mts', 'cts', 'mjs', 'cjs', 'vue', 'svelte'];

/** The files that a relative import may mean. */
function targetsOf(path: string, named: string): string[] {
  const segments = path.split('/').slice(0, -1);
  for (const step of named.split('/')) {
    if (step === '..') segments.pop();
    else if (step !== '.' && step !== '') segments.push(step);
  }
  const place = segments.join('/');
  const bare = place.replace(/\.[cm]?jsx?$/, '');
  return [
    place,
    ...endings.flatMap((ending) => [`${bare}.${ending}`, `${place}.${ending}`, `${place}/index.${ending}`]),
  ];
}
