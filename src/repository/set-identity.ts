import { openGit, type GitOptions } from './git.js';

/** Who git takes the author of new commits for. */
export interface Identity {
  readonly name: string;
  readonly email: string;
}

/** Writes `user.name` and `user.email` into the settings of this repository alone. Rejects with a `GitTrouble`. */
export async function setIdentity(root: string, { name, email }: Identity, options: GitOptions): Promise<void> {
  const git = openGit(root, options);
  for (const [key, value] of [
    ['user.name', name],
    ['user.email', email],
  ] as const) {
    await git.run(['config', '--local', '--replace-all', key, value]);
  }
}

/** Can git write this name into a commit? It drops some signs, and a leading dash would be an option. */
export function isIdentityName(name: string): boolean {
  return name.length <= 100 && /\p{L}/u.test(name) && !/[\p{C}<>]|^-/u.test(name);
}

/** An address of some form; whether it exists is not known here. */
export function isEmail(email: string): boolean {
  return email.length <= 200 && /^[^\s@<>\p{C}-][^\s@<>\p{C}]*@[^\s@<>\p{C}]+\.[^\s@<>\p{C}]+$/u.test(email);
}
