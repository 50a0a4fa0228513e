import { openGit, type GitOptions } from './git.js';

/** The author of new commits. */
export interface GitIdentity {
  readonly name: string;
  readonly email: string;
}

/** Writes `user.name` and `user.email` into the settings of this repository alone. Rejects with a `GitTrouble`. */
export async function setGitIdentity(root: string, { name, email }: GitIdentity, options: GitOptions): Promise<void> {
  const git = openGit(root, options);
  for (const [key, value] of [
    ['user.name', name],
    ['user.email', email],
  ] as const) {
    await git.run(['config', '--local', '--replace-all', key, value]);
  }
}

/** Whether git can write this name into a commit: it drops some characters, and a leading dash would be an option. */
export function isIdentityName(name: string): boolean {
  return name.length <= 100 && /\p{L}/u.test(name) && !/[\p{C}<>]|^-/u.test(name);
}

/** Whether it has the form of an address; it need not exist. */
export function isEmail(email: string): boolean {
  return email.length <= 200 && /^[^\s@<>\p{C}-][^\s@<>\p{C}]*@[^\s@<>\p{C}]+\.[^\s@<>\p{C}]+$/u.test(email);
}
