import { openGit, type GitOptions } from './git.js';

/** Writes `user.name` and `user.email`, the author of new commits, into the settings of this repository alone. Rejects with a `GitError`. */
export async function setGitIdentity(
  root: string,
  identity: Readonly<Record<'name' | 'email', string>>,
  options: GitOptions,
): Promise<void> {
  const git = openGit(root, options);
  for (const key of ['name', 'email'] as const)
    await git.run(['config', '--local', '--replace-all', `user.${key}`, identity[key]]);
}

/** Whether git can write this name into a commit: it drops some characters, and a leading dash would be an option. */
export function isIdentityName(name: string): boolean {
  return name.length <= 100 && /\p{L}/u.test(name) && !/[\p{C}<>]|^-/u.test(name);
}

/** Whether it has the form of an address; it need not exist. */
export function isEmail(email: string): boolean {
  return email.length <= 200 && /^[^\s@<>\p{C}-][^\s@<>\p{C}]*@[^\s@<>\p{C}]+\.[^\s@<>\p{C}]+$/u.test(email);
}
