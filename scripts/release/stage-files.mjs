import { chmodSync, copyFileSync, mkdirSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';

/** Seconds: when everything in a package was made, as npm has it. */
export const stagedAt = 499_162_500;

/** What may be packed; .npmignore and .vscodeignore choose from it. */
const names = [
  '.npmignore',
  '.vscodeignore',
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'dist',
  'media',
  'package.json',
  'package.nls.json',
  'snippets',
];

/** Copies to an empty folder what may be packed, with one time and one set of rights, whatever those of this machine are. */
export function stageFiles(root, folder) {
  for (const name of names) copy(join(root, name), join(folder, name));
}

function copy(from, to) {
  if (statSync(from).isDirectory()) {
    mkdirSync(to);
    for (const name of readdirSync(from).sort()) copy(join(from, name), join(to, name));
    chmodSync(to, 0o755);
  } else {
    copyFileSync(from, to);
    chmodSync(to, to.endsWith(join('dist', 'pm-zone.js')) ? 0o755 : 0o644);
  }
  utimesSync(to, stagedAt, stagedAt);
}
