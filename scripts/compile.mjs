// Compiles the sources into out/, only those that changed since the last time. What stands there of a source that is gone is removed, so
// that no deleted test goes on running.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const folders = ['src', 'test', 'demo', 'bench', 'scripts'];

/** The files of a folder, and of those in it, whose names end so, without that ending; none where there is no such folder. */
function filesIn(folder, ending) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length));
}

function compile() {
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [tsc, '-b', root], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

function removeStale() {
  for (const folder of folders) {
    const sources = new Set(filesIn(join(root, folder), '.ts'));
    for (const name of filesIn(join(root, 'out', folder), '.js')) {
      if (sources.has(name)) continue;
      for (const ending of ['.js', '.js.map']) rmSync(join(root, 'out', folder, name + ending), { force: true });
    }
  }
}

/** Whether something was taken out of out/ by other hands: the compiler trusts its record and does not look. */
function isIncomplete() {
  return folders.some((folder) => {
    const compiled = new Set(filesIn(join(root, 'out', folder), '.js'));
    return filesIn(join(root, folder), '.ts').some(
      (name) =>
        !compiled.has(name) && !name.endsWith('.d') && !(folder === 'demo' && name.startsWith(join('sample', '/'))),
    );
  });
}

compile();
removeStale();
if (isIncomplete()) {
  rmSync(join(root, 'out', '.tsbuildinfo'), { force: true });
  compile();
}
