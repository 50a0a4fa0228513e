import type { Git } from '../../git/git.js';

/**
 * The paths whose line ends git stores as LF, though they lie as CRLF on this computer: by the repository's attributes (`text`, `eol`), else by
 * `core.autocrlf`. One process for all of them. Rejects with a `GitError`.
 */
export async function findConvertedEnds(
  git: Pick<Git, 'run'>,
  autocrlf: boolean,
  paths: readonly string[],
): Promise<ReadonlySet<string>> {
  const input = paths.map((path) => `${path}\0`).join('');
  const output = await git.run(['check-attr', '-z', '--stdin', 'text', 'eol'], { input });
  const said = new Map<string, string>();
  for (const [, path = '', attribute = '', value = ''] of output
    .toString('utf8')
    .matchAll(/([^\0]*)\0([^\0]*)\0([^\0]*)\0/g))
    said.set(`${attribute} ${path}`, value);
  const isConverted = (path: string): boolean => {
    const text = said.get(`text ${path}`);
    if (text === 'unset') return false;
    return text === 'set' || text === 'auto' || autocrlf || /^(?:lf|crlf)$/.test(String(said.get(`eol ${path}`)));
  };
  return new Set(paths.filter(isConverted));
}
