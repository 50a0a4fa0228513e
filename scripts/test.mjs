// Runs every test with coverage and ends with the counts alone on a line.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';

const counts = new URL('../out/test-counts.json', import.meta.url);
rmSync(counts, { force: true });
const require = createRequire(import.meta.url);
const { status } = spawnSync(
  process.execPath,
  [require.resolve('c8/bin/c8.js'), process.execPath, require.resolve('mocha/bin/mocha.js'), ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
try {
  const { passes, failures, pending } = JSON.parse(readFileSync(counts, 'utf8'));
  console.log(`\n${passes} passed, ${failures} failed${pending === 0 ? '' : `, ${pending} skipped`}`);
} catch {
  console.log('\nThe tests did not run to their end.');
}
process.exitCode = status ?? 1;
