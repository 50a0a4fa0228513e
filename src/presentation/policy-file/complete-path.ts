import { pluralize } from '../../text/pluralize.js';

/** What a path that is being typed may go on with: the whole path or glob, and what it holds. */
export interface PathCompletion {
  readonly path: string;
  readonly detail: string;
}

/** More are left to be found by further letters. */
const most = 200;

/**
 * What lies where a typed path has come to: its folders, then globs of the files that lie there by their endings, and all below. Nothing behind a
 * wildcard. Takes time in proportion to the number of paths.
 */
export function completePath(typed: string, paths: readonly string[]): readonly PathCompletion[] {
  const root = /^\.?\//u.exec(typed)?.[0] ?? '';
  const plain = typed.slice(root.length);
  if (/[*?[\]{}!]/u.test(plain)) return [];
  const folder = plain.slice(0, plain.lastIndexOf('/') + 1);
  const begun = plain.slice(folder.length).toLowerCase();
  const folders = new Map<string, number>();
  const endings = new Map<string, number>();
  let below = 0;
  for (const path of paths) {
    if (!path.startsWith(folder)) continue;
    below += 1;
    const [name = '', ...deeper] = path.slice(folder.length).split('/');
    if (!name.toLowerCase().startsWith(begun)) continue;
    if (deeper.length > 0) folders.set(name, (folders.get(name) ?? 0) + 1);
    const ending = /\.[^.]+$/u.exec(name)?.[0];
    if (deeper.length === 0 && ending !== undefined) endings.set(ending, (endings.get(ending) ?? 0) + 1);
  }
  const item = (path: string, count: number): PathCompletion => ({
    path: `${root}${folder}${path}`,
    detail: pluralize(count, 'file', 'files'),
  });
  const isWhole = begun === '' && folder !== '' && below > 0;
  return [
    ...[...folders].map(([name, count]) => item(`${name}/`, count)).slice(0, most),
    ...(begun === '' ? [...endings].map(([ending, count]) => item(`*${ending}`, count)) : []),
    ...(isWhole ? [item('**', below)] : []),
  ];
}
