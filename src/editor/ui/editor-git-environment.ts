import { basename, delimiter, dirname, isAbsolute } from 'node:path';
import { workspace } from 'vscode';

/** The environment that git runs in: this process's, with the git that VS Code's setting `git.path` names first on the path. */
export function editorGitEnvironment(environment: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const named: unknown = workspace.getConfiguration('git').get('path');
  const folders = (Array.isArray(named) ? named : [named]).flatMap((path) => (isGit(path) ? [dirname(path)] : []));
  if (folders.length === 0) return environment;
  // On Windows its case varies.
  const key = Object.keys(environment).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  return { ...environment, [key]: [...folders, environment[key] ?? ''].join(delimiter) };
}

/** A program of another name would not be found as git in its folder. */
function isGit(path: unknown): path is string {
  return typeof path === 'string' && isAbsolute(path) && /^git(?:\.exe)?$/i.test(basename(path));
}
