import { basename, delimiter, dirname, isAbsolute } from 'node:path';
import { workspace } from 'vscode';

/** What git is run with: this process's environment, in which the git that VS Code's setting `git.path` names comes first. */
export function editorGitEnvironment(environment: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const named: unknown = workspace.getConfiguration('git').get('path');
  const folders = (Array.isArray(named) ? named : [named]).flatMap((path) => (isGit(path) ? [dirname(path)] : []));
  if (folders.length === 0) return environment;
  // Windows writes it as it likes.
  const key = Object.keys(environment).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  return { ...environment, [key]: [...folders, environment[key] ?? ''].join(delimiter) };
}

/** By another name it would not be found in its folder. */
function isGit(path: unknown): path is string {
  return typeof path === 'string' && isAbsolute(path) && /^git(?:\.exe)?$/i.test(basename(path));
}
