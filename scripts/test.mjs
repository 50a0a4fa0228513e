// Runs the core's tests with coverage, the tests inside VS Code and the stories in a browser, and ends with the counts of all alone
// on a line. With arguments, which go to mocha, only the core's.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'pm-zone-counts-'));
const total = { passes: 0, failures: 0, pending: 0 };
let ended = true;

/** Runs one part in a process of its own, and adds its counts; one that does not get to its end is a failure. */
function run(title, minutes, args) {
  const file = join(folder, `${title}.json`);
  console.log(`\n${title}`);
  const { status } = spawnSync(process.execPath, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PM_ZONE_TEST_COUNTS: file },
    timeout: minutes * 60_000,
  });
  try {
    const counts = JSON.parse(readFileSync(file, 'utf8'));
    for (const kind of Object.keys(total)) total[kind] += counts[kind];
    ended &&= status === 0;
  } catch {
    console.log(`${title}: not run to their end.`);
    total.failures += 1;
  }
}

const mocha = process.argv.slice(2);
const c8 = [require.resolve('c8/bin/c8.js'), process.execPath, require.resolve('mocha/bin/mocha.js'), ...mocha];
try {
  run('Tests of the core', 20, c8);
  if (mocha.length === 0) {
    run('Tests inside VS Code', 10, ['out/test/vscode/run-editor.js']);
    run('Stories in a browser', 20, ['out/test/vscode/run-stories.js']);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`\n${total.passes} passed, ${total.failures} failed, ${total.pending} skipped`);
process.exitCode = ended && total.failures === 0 ? 0 : 1;
