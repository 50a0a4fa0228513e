// node scripts/core-tests.mjs [MOCHA OPTION …] -- FILE …: runs test files with mocha, some at a time in a process of their own, as many processes
// at once as the machine has processors. What starts git takes the longer the more memory it has itself, since starting copies its page
// tables: in one process for all files some took twice the time that they take by themselves. Prints what a process says once it ends, and adds up the counts.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, tmpdir } from 'node:os';
import { join, relative } from 'node:path';

const filesAtOnce = 8;
const mocha = createRequire(import.meta.url).resolve('mocha/bin/mocha.js');
const divide = process.argv.indexOf('--');
const options = process.argv.slice(2, divide);
const files = process.argv.slice(divide + 1);
const folder = mkdtempSync(join(tmpdir(), 'pm-zone-parts-'));
const total = { passes: 0, failures: 0, pending: 0, failed: [] };
/** Files and the milliseconds of their tests. */
const durations = [];
const parts = Array.from({ length: Math.ceil(files.length / filesAtOnce) }, (_, part) =>
  files.slice(part * filesAtOnce, (part + 1) * filesAtOnce),
).entries();

const children = new Set();
// Who stops this at its limit stops what it started.
process.once('SIGTERM', () => {
  for (const child of children) child.kill();
  process.exit(1);
});

/** Runs the next parts until none is left. */
async function runParts() {
  for (const [at, part] of parts) {
    const counts = join(folder, `${at}.json`);
    const { printed, code } = await runPart(part, counts);
    process.stdout.write(printed);
    try {
      const { passes, failures, pending, failed, files: took } = JSON.parse(readFileSync(counts, 'utf8'));
      total.passes += passes;
      total.failures += failures;
      total.pending += pending;
      total.failed.push(...failed);
      durations.push(...Object.entries(took));
      if (failures === 0 && code !== 0)
        fail(`Broken after the last test (${code}): ${part.join(' ')}\n${printed.slice(-2000)}`);
    } catch {
      fail(`Not run to their end (${code}): ${part.join(' ')}\n${printed.slice(-2000)}`);
    }
  }
}

function fail(what) {
  total.failures += 1;
  total.failed.push(what);
}

function runPart(part, counts) {
  const child = spawn(process.execPath, [mocha, ...options, ...part], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PM_ZONE_TEST_COUNTS: counts },
  });
  children.add(child);
  const printed = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => printed.push(data));
  return new Promise((resolve) =>
    child.on('close', (code) => {
      children.delete(child);
      resolve({ printed: Buffer.concat(printed).toString(), code });
    }),
  );
}

try {
  await Promise.all(Array.from({ length: availableParallelism() }, runParts));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const slowest = durations.sort(([, one], [, other]) => other - one).slice(0, 12);
const rows = slowest.map(([path, took]) => `${String(Math.round(took / 1000)).padStart(5)} s  ${relative('.', path)}`);
console.log(`\nWhere the tests took longest:\n${rows.join('\n')}`);
const file = process.env.PM_ZONE_TEST_COUNTS;
if (file !== undefined) writeFileSync(file, JSON.stringify(total));
process.exitCode = total.failures === 0 ? 0 : 1;
