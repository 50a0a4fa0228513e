import { lastNameOf } from '../text/path-names.js';
import { isEnvironment, isTeamsOnly } from './environment-names.js';

/**
 * Are two files one flag's settings in several environments (`flags.production.yaml` beside `flags.staging.yaml` or `flags.yaml`; `flags.yaml`
 * in `production/` and in `staging/`)? Then a key that both have is no second definition.
 */
export function areOverlays(path: string, other: string): boolean {
  const left = (each: string): string =>
    each
      .toLowerCase()
      .split(/[/._-]/)
      .filter((part) => part !== '' && !isEnvironment(part))
      .join('/');
  return (
    path !== other && (left(path) === left(other) || areNamedAlike(path, other) || [path, other].every(isOfOneApp))
  );
}

/** Do two files of one folder differ in one part of their names, which in one of them is an environment (`config.hotfix.json` beside `config.dev.json`)? */
function areNamedAlike(path: string, other: string): boolean {
  const [one, two] = [path, other].map((each) => each.toLowerCase().split(/(?<=\/)(?=[^/]*$)|\./)) as [
    string[],
    string[],
  ];
  const differing = one.flatMap((part, place) => (part === two[place] ? [] : [place]));
  const [place] = differing;
  if (one.length !== two.length || differing.length !== 1 || place === undefined) return false;
  return (
    !(one[place] as string).endsWith('/') && [one[place], two[place]].some((part) => isEnvironment(part as string))
  );
}

/** Settings that a program reads from its own folder alone: two such files are those of two programs. */
function isOfOneApp(path: string): boolean {
  return /(?:^|\/)(?:appsettings|application)[^/]*\.(?:json|ya?ml|properties)$/i.test(path);
}

/** Is a file by its name, or by the folder that it lies in, of an environment that nobody but the team sees (`flags.staging.yaml`)? */
export function isTeamsFile(path: string): boolean {
  const [name = '', folder = ''] = path.split('/').reverse();
  const [, ...dashed] = wordsOf(name);
  return [...name.split('.').slice(0, -1), ...dashed, folder].some(isTeamsOnly);
}

/** Does a file begin with the name of such an environment (`testing-flags.json`)? It may be for that, or about it. */
export function isPerhapsTeamsFile(path: string): boolean {
  const [first = '', ...more] = wordsOf(lastNameOf(path));
  return more.length > 0 && isTeamsOnly(first);
}

function wordsOf(name: string): readonly string[] {
  return name.replace(/\.\w+$/, '').split('-');
}
