import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../demo/project-folder.js';
import type { Host } from './host.js';
import { installExtension } from './server.js';

/** Packages what was built into `folder` and installs it as a user would; returns the folder of extensions for servers to share. */
export function installPackaged(host: Host, folder: string): string {
  const vsix = join(folder, 'pm-zone.vsix');
  const extensions = join(folder, 'extensions');
  mkdirSync(extensions, { recursive: true });
  const vsce = require.resolve('@vscode/vsce/vsce');
  execFileSync(process.execPath, [vsce, 'package', '--no-dependencies', '--out', vsix], {
    cwd: projectFolder(),
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: 180_000,
  });
  installExtension(host, vsix, extensions);
  return extensions;
}
