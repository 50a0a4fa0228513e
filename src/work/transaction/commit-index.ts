import { toPlainLine } from '../../git/git-error.js';
import { isDiskFull, OperationError, toOperationError } from '../operation-outcome.js';
import { readHead } from '../git-store/branches.js';
import { joinDiskPath, type BytePath } from '../git-store/byte-path.js';
import { readIndex, updateIndex } from '../git-store/index-entries.js';
import { mergeStateFiles } from './orphaned-git.js';
import type { Transaction } from './transact.js';
import { runGit } from '../work.js';

/** Milliseconds: the time limit of the hooks. */
const longestHook = 600_000;

/** Has git commit a copy of the operation's index, whose path is `staging`; the hooks of the repository run. Returns the commit. */
export async function commitIndex(
  { work, folder, head, updateJournal }: Transaction,
  staging: string,
  args: readonly string[],
): Promise<string> {
  for (const name of mergeStateFiles) {
    const place = joinDiskPath(work.repository.gitDir, name);
    if ((await work.disk.stat(place)).kind === 'file') await work.disk.copy(place, joinDiskPath(folder, name));
  }
  await updateJournal({ commits: true });
  const all = ['commit', '--quiet', '--cleanup=whitespace', ...args];
  const { said, output } = await work.run(all, { index: staging, hooks: true, timeout: longestHook });
  const { commit } = await readHead(work);
  if (commit === undefined || commit === head.commit) throw toCommitError(said, output);
  return commit;
}

/** Copies these paths' entries into the operation's index from another index, or from a commit. */
export async function copyEntries(
  { work, index, folder, idLength }: Transaction,
  from: string,
  names: readonly BytePath[],
): Promise<void> {
  let other = from;
  if (!from.startsWith(folder)) {
    other = `${folder}/index.committed`;
    await runGit(work, ['read-tree', from], { index: other });
  }
  const { entries } = await readIndex(work, other);
  const changes = names.map((name) => ({ name, version: entries.get(name) }));
  await updateIndex(work, index, changes, idLength);
}

/** Why `git commit` made no commit, from what was said. A hook's first line is its whole message. */
function toCommitError(said: string, output: Buffer): OperationError {
  const text = `${said}\n${output.toString('utf8')}`;
  if (isDiskFull(text)) return toOperationError(text);
  if (
    /\.lock': File exists|empty ident|unable to auto-detect email|Please tell me who|Error building trees/.test(text)
  ) {
    return /ident|auto-detect|tell me who/.test(text)
      ? new OperationError(
          'git',
          'Git does not know your name and email yet, so it cannot commit for you. Set both, then try again.',
        )
      : toOperationError(said);
  }
  if (/gpg failed|failed to (?:sign|write commit object)/.test(text)) {
    return new OperationError(
      'git',
      `Git signs commits here and could not sign this one: ${toPlainLine(said.split('\n', 1).join(''))} See that your key is there and unlocked, or ask your engineering DRI, then try again.`,
    );
  }
  const line = text.split('\n').find((each) => each.trim() !== '') ?? 'it gave no reason';
  return new OperationError('hook', `The commit was refused by a check of this repository: ${toPlainLine(line)}`);
}
