import type { Git } from '../../git/git.js';
import type { Policy, PolicyProblem } from '../../policy/policy.js';

/** Policy files on the disk that git ignores: they look in force here, and never get to the base branch. Rejects with a `GitError`. */
export async function findIgnoredFiles(
  { tips }: Policy,
  git: Git,
  isStandIn: boolean,
): Promise<readonly PolicyProblem[]> {
  const files = tips
    .filter(({ commit }) => commit === undefined)
    .flatMap(({ zone, codeowners, skill }) => [...(zone?.sources ?? []), zone?.file, codeowners?.file, skill?.path])
    .filter((file) => file !== undefined)
    // What stands in for it lies elsewhere.
    .filter((file) => !isStandIn || file !== 'CLAUDE.md');
  const ignored = files.length === 0 ? [] : await readIgnored(git, [...new Set(files)]);
  return ignored.map(({ path, source, line }) => {
    // A line that is this clone's or this person's own is in no file of the repository.
    const isHere = !/^(?:[/~]|[a-z]:|\.git\/)/iu.test(source);
    const message = `${path} is ignored by git${isHere ? '' : ` (${source}:${line})`}, so it never gets to the base branch and says nothing to anybody else. Take that line out, or add the file with git add --force.`;
    return { severity: 'warning', file: isHere ? source : path, line: isHere ? line : 1, message };
  });
}

/** Which of these paths git ignores, each with the line that says so; what is tracked never is. */
async function readIgnored(
  git: Git,
  paths: readonly string[],
): Promise<readonly { readonly path: string; readonly source: string; readonly line: number }[]> {
  // It takes no literal paths: "./" keeps what a path begins with from its meaning. It ends with 1 where nothing is ignored.
  const output = await git.run(['--no-literal-pathspecs', 'check-ignore', '-v', '-z', '--stdin'], {
    input: paths.map((path) => `./${path}\0`).join(''),
    allowExit: [1],
  });
  const fields = output.toString('utf8').split('\0');
  return Array.from({ length: Math.floor(fields.length / 4) }, (_, at) => {
    const [source, line, pattern, path] = fields.slice(4 * at) as [string, string, string, string];
    return { path: path.replace(/^\.\//u, ''), source, line: Number(line), pattern };
  }).filter(({ pattern }) => !pattern.startsWith('!'));
}
