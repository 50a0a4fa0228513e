import type { Git } from '../../git/git.js';

/**
 * The paths whose line ends git stores as LF, though they lie as CRLF on this computer: by the repository's attributes (`text`, `eol`), else by
 * `core.autocrlf`. What a filter stores nobody can tell from what lies here. One process for all of them. Rejects with a `GitError`.
 */
export async function findConvertedEnds(
  git: Pick<Git, 'run'>,
  autocrlf: boolean,
  paths: readonly string[],
): Promise<ReadonlySet<string>> {
  const input = paths.map((path) => `${path}\0`).join('');
  const output = await git.run(['check-attr', '-z', '--stdin', 'text', 'eol', 'filter'], { input });
  const said = new Map<string, string>();
  for (const [, path = '', attribute = '', value = ''] of output
    .toString('utf8')
    .matchAll(/([^\0]*)\0([^\0]*)\0([^\0]*)\0/g))
    said.set(`${attribute} ${path}`, value);
  const isConverted = (path: string): boolean => {
    const text = said.get(`text ${path}`);
    const isFiltered = !/^(?:unspecified|unset)$/.test(String(said.get(`filter ${path}`)));
    if (text === 'unset' || isFiltered) return false;
    return text === 'set' || text === 'auto' || autocrlf || /^(?:lf|crlf)$/.test(String(said.get(`eol ${path}`)));
  };
  return new Set(paths.filter(isConverted));
}
