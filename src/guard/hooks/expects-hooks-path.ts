import { inspectHook } from '../../git/hook-files.js';
import { readBoundedFile } from '../../git/read-bounded-file.js';

/** Where a repository says how it is set up on a computer. */
const setupFiles = [
  'package.json',
  'Makefile',
  'makefile',
  'GNUmakefile',
  'justfile',
  'Justfile',
  'Taskfile.yml',
  'Rakefile',
  'composer.json',
  'pyproject.toml',
  'build.gradle',
  'build.gradle.kts',
  'pom.xml',
  '.envrc',
  'mise.toml',
  '.mise.toml',
] as const;

/** Folders of hooks in a working tree, to which a set-up leads git. */
const hookFolders = ['.husky', '.githooks', '.git-hooks', 'githooks', 'git-hooks'] as const;

const largestFile = 2 ** 20;

/**
 * Will a set-up of this repository, such as `npm install` with husky, lead git to a folder of hooks in the working tree? A guard in
 * git's own folder would then run no more, and nobody would notice.
 */
export async function expectsHooksPath(root: string): Promise<boolean> {
  for (const name of hookFolders) if ((await inspectHook(`${root}/${name}`)).kind === 'folder') return true;
  for (const name of setupFiles) {
    const text = (await readBoundedFile(`${root}/${name}`, largestFile))?.toString('utf8') ?? '';
    if (/core\.hooksPath/i.test(text) || (name === 'package.json' && /"husky\b|\bhusky(?: install)?"/.test(text)))
      return true;
  }
  return false;
}
