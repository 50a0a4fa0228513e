import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const project = join(__dirname, '..', '..', '..');

/** A tool that writes git hooks: how it is started, and the folders that have to be on the PATH for it. */
export interface HookTool {
  readonly program: string;
  readonly args: readonly string[];
  readonly folder: string;
}

/** husky or lefthook, installed on first use from their own lock file; a sentence where that cannot be. */
export function findHookTool(name: 'husky' | 'lefthook'): HookTool | string {
  const folder = join(project, '.vscode-test', 'hook-tools');
  const modules = join(folder, 'node_modules');
  if (!existsSync(join(modules, 'husky', 'bin.js'))) {
    mkdirSync(folder, { recursive: true });
    cpSync(join(project, 'test', 'support', 'hook-tools'), folder, { recursive: true });
    const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: folder,
      timeout: 120_000,
      stdio: 'ignore',
    });
    if (status !== 0) return `${name} could not be installed: there is no way to the package registry`;
  }
  if (name === 'husky') {
    const program = join(modules, 'husky', 'bin.js');
    return { program: process.execPath, args: [program], folder: join(modules, '.bin') };
  }
  const bin = join(modules, `lefthook-${process.platform}-${process.arch}`, 'bin');
  return existsSync(join(bin, 'lefthook'))
    ? { program: join(bin, 'lefthook'), args: [], folder: bin }
    : 'lefthook has no program for this computer';
}

/** The folder of a program on the PATH, or in the folder that a variable names. */
export function findProgramFolder(program: string, variable: string): string | undefined {
  return [process.env[variable] ?? '', ...(process.env['PATH'] ?? '').split(delimiter)].find(
    (folder) => folder !== '' && existsSync(join(folder, program)),
  );
}
