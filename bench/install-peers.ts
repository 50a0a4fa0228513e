import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './data-sets.js';

/** Loads the packages that the bench compares with, installing them first where they are missing. */
export function requirePeers(): NodeJS.Require {
  const folder = join(root, 'bench');
  if (!existsSync(join(folder, 'node_modules'))) {
    process.stdout.write('Installing the packages to compare with …\n');
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', folder], {
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    });
  }
  return createRequire(join(folder, 'package.json'));
}
