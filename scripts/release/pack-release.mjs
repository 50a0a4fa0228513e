import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { billOfMaterials } from './bill-of-materials.mjs';
import { stageFiles, stagedAt } from './stage-files.mjs';

/**
 * Packs dist/ for VS Code and for npm, beside the bill of materials and the checksums of all three; gives their names. They are the
 * same byte for byte wherever and whenever they are made of the same sources by the same Node with its npm: neither the time, the
 * order or the rights of files nor the place, language or time zone of who packs is in them.
 */
export function packRelease(root, packages, folder) {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const release = `${name}-${version}`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const stage = mkdtempSync(join(tmpdir(), 'pm-zone-package-'));
  try {
    stageFiles(root, stage);
    run(stage, 'npm', ['pack', '--ignore-scripts', '--pack-destination', folder]);
    const vsce = createRequire(import.meta.url).resolve('@vscode/vsce/vsce');
    run(stage, process.execPath, [vsce, 'package', '--no-dependencies', '--out', join(folder, `${release}.vsix`)]);
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
  writeFileSync(join(folder, `${release}.cdx.json`), billOfMaterials(root, packages));
  const names = ['cdx.json', 'tgz', 'vsix'].map((ending) => `${release}.${ending}`);
  writeFileSync(join(folder, 'SHA256SUMS'), names.map((each) => `${sumOf(join(folder, each))}  ${each}\n`).join(''));
  return [...names, 'SHA256SUMS'];
}

function run(cwd, program, args) {
  execFileSync(program, args, {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
    shell: program === 'npm' && process.platform === 'win32',
    // Zip files have local times, and names are put in order by the language's rules.
    env: { ...process.env, SOURCE_DATE_EPOCH: String(stagedAt), TZ: 'UTC', LANG: 'C', LC_ALL: 'C' },
  });
}

function sumOf(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
