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
  const fields = output.toString('utf8').split('\0');
  const said = new Map<string, string>();
  for (let at = 0; at + 2 < fields.length; at += 3)
    said.set(`${fields[at + 1] ?? ''} ${fields[at] ?? ''}`, fields[at + 2] ?? '');
  const isConverted = (path: string): boolean => {
    const text = said.get(`text ${path}`);
    if (text === 'unset') return false;
    return text === 'set' || text === 'auto' || autocrlf || /^(?:lf|crlf)$/.test(said.get(`eol ${path}`) ?? '');
  };
  return new Set(paths.filter(isConverted));
}
