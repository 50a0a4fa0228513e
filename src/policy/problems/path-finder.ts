import { nearestName } from '../../text/nearest-name.js';
import { fold } from '../fold.js';

/** The files and folders of a repository, to find what a path was meant to name. */
export interface PathFinder {
  /** Whether a file or folder is called so, from the root and without slashes at its ends. */
  readonly has: (path: string) => boolean;
  /**
   * A path or glob whose beginning is not there, with the one name put right that is nearly so called where it would have to lie, by `most` slips of the
   * hand, and with each that is there in other letters; `undefined` where nothing is near, or all of the beginning is there.
   */
  readonly nearest: (written: string, most?: number) => string | undefined;
}

/** In a folder of more, names are near each other by chance. */
const mostNames = 2000;

/** Takes time in proportion to the number of paths, once, when first asked. */
export function createPathFinder(paths: readonly string[]): PathFinder {
  let known: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  const folders = (): ReadonlyMap<string, ReadonlySet<string>> => (known ??= indexFolders(paths));
  const namesIn = (folder: string): ReadonlySet<string> => folders().get(folder) ?? none;
  const isThere = (names: readonly string[]): boolean =>
    namesIn(names.slice(0, -1).join('/')).has(names.at(-1) as string);
  const nearest: PathFinder['nearest'] = (written, most) => {
    const names = written.replace(/^\.?\//u, '').split('/');
    const wild = names.findIndex((name) => name === '' || /[*?{}[\]()!\\]/u.test(name));
    const plain = wild < 0 ? names : names.slice(0, wild);
    const wrong = plain.findIndex((_, at) => !isThere(plain.slice(0, at + 1)));
    const there = namesIn(plain.slice(0, Math.max(0, wrong)).join('/'));
    const name = plain[wrong];
    if (name === undefined || there.size > mostNames) return undefined;
    const folded = new Map([...there].map((each) => [fold(each), each]));
    const right = folded.get(fold(name)) ?? folded.get(nearestName(fold(name), [...folded.keys()], most) ?? '');
    if (right === undefined) return undefined;
    const fixed = plain.with(wrong, right);
    const next = [...fixed, ...names.slice(plain.length)].join('/');
    if (isThere(fixed)) return next;
    // In other letters all of its names may be.
    return fold(right) === fold(name) ? nearest(next, most) : undefined;
  };
  return { has: (path) => isThere(path.split('/')), nearest };
}

const none: ReadonlySet<string> = new Set();

/** What lies directly in each folder; the root is ''. */
function indexFolders(paths: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const folders = new Map<string, Set<string>>();
  for (const path of paths) {
    for (let end = path.length; end > 0;) {
      const slash = path.lastIndexOf('/', end - 1);
      const folder = path.slice(0, Math.max(0, slash));
      const names = folders.get(folder);
      const name = path.slice(slash + 1, end);
      // What is above is known as well then.
      if (names?.has(name) === true) break;
      if (names === undefined) folders.set(folder, new Set([name]));
      else names.add(name);
      end = slash;
    }
  }
  return folders;
}
