import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import Module from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

const here = dirname(fileURLToPath(import.meta.url));
const sample = join(here, '..', 'demo', 'sample');

/**
 * Puts `start-bundle.cjs` in the place of each bundle (`X.js`), and beside it the bundle and what V8 compiled of it in a staged
 * review: what a commit waits for is there, the rest is compiled when it is first called. `main` is the one that is run for it.
 */
export function addCodeCaches(files, main) {
  for (const file of files) {
    const code = codeOf(file);
    // Wrapped here once, and not at each start.
    writeFileSync(code, Module.wrap(inAscii(readFileSync(file, 'utf8').replace(/^#!.*\n/, ''))));
    copyFileSync(join(here, 'start-bundle.cjs'), file);
    chmodSync(file, 0o755);
  }
  warmUp(main);
  for (const code of files.map(codeOf)) {
    if (existsSync(`${code}.cache`)) continue;
    writeFileSync(`${code}.cache`, new Script(readFileSync(code, 'latin1'), { filename: code }).createCachedData());
  }
}

/**
 * V8 keeps a text in half the bytes where all of it is ASCII, and reads it faster. A build escapes all but what stands in regular
 * expressions, where an escape means the same.
 */
function inAscii(code) {
  if (/String\.raw`[^`]*[^\0-\x7f]/.test(code)) throw new Error('An escape in String.raw would not mean the same.');
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Makes `code` run first in what `addCodeCaches` has put in the place of a bundle. */
export function startFirst(file, code) {
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace("'use strict';\n", (line) => line + code),
  );
}

function codeOf(file) {
  return `${file.slice(0, -'.js'.length)}.code.js`;
}

/** Reviews a change of every kind in a copy of the sample. Where git is missing the caches hold less, and that is all. */
function warmUp(main) {
  const folder = mkdtempSync(join(tmpdir(), 'pm-zone-build-'));
  const env = { ...process.env, GIT_CONFIG_GLOBAL: join(folder, 'none'), GIT_CONFIG_NOSYSTEM: '1' };
  const root = join(folder, 'work');
  const git = (...args) =>
    spawnSync('git', ['-c', 'user.name=Build', '-c', 'user.email=maya@harbor.example', ...args], { cwd: root, env });
  const change = (path, edit) => {
    const place = join(root, 'src/features/onboarding', path);
    writeFileSync(place, edit(readFileSync(place, 'utf8')));
  };
  try {
    cpSync(sample, root, { recursive: true });
    for (const [from, to] of [
      ['_CLAUDE.md', 'CLAUDE.md'],
      ['_github', '.github'],
      ['_claude', '.claude'],
    ]) {
      renameSync(join(root, from), join(root, to));
    }
    git('init', '--quiet', '--initial-branch=main');
    git('config', 'user.email', 'maya@harbor.example');
    git('add', '--all');
    git('commit', '--quiet', '--message', 'Begin');
    const review = () =>
      spawnSync(process.execPath, [join(here, 'warm-up.cjs'), main, 'review', '--staged'], { cwd: root, env });
    // The first review reads the policy, which is remembered: what that takes is not what a commit waits for.
    review();
    change('i18n/en.json', (text) => text.replace('No boards', 'No boards yet'));
    change('flags.yaml', (text) => text.replace('rollout: 0', 'rollout: 20'));
    change('prompts/welcome-assistant.md', (text) => `${text}\nBe brief.\n`);
    change('components/welcome-card.tsx', (text) => `${text}\n`);
    change('analytics/events.ts', (text) => `${text}\n`);
    git('add', '--all');
    review();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
