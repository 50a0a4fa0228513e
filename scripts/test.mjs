// Runs the tests, and ends with what failed, and the counts of all alone on a line: the core's with coverage, those inside VS Code, the
// stories in a browser. Without --all it leaves out what takes long: the files named .long.ts, and all stories but those of the main job.
// With --core the core's alone, without coverage; names after it stand for the files that hold one of them in their path
// (a path of a source or of what is compiled stands for itself), and what begins with a dash, and all behind it, goes to mocha.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, mkdtempSync, readFileSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';

const require = createRequire(import.meta.url);
// What a test leaves lies in here and goes with it, whatever became of the test; a short name, since sockets lie in it as well.
const folder = mkdtempSync(join(findTemporary(), 'pm-zone-'));
const total = { passes: 0, failures: 0, pending: 0 };
const failed = [];
let ended = true;
/** How many times as long as usual the tests wait before they give up: nobody sits beside this run, and the computer may do much else. */
const patience = 3;
/** What each pull request has to pass; the long ones run for `main` and before a release, and by name after a change that they are about. */
const quick = /\.test\.js$/;
const every = /\.(test|long)\.js$/;
/** The percentages of the core that a quick run reaches. */
const quickBounds = { branches: 98.5, lines: 99.1, functions: 99.1, statements: 99.1 };
/** The stories of the main job: a change from the words to the commit, what is refused, and the pull request. */
const mainStories = ['first-change', 'blocked-commit', 'open-pull-request'];

/** Where the tests put their repositories: in memory if it has room, since git waits for a disk at every commit. */
function findTemporary() {
  const memory = '/dev/shm';
  try {
    accessSync(memory, constants.W_OK);
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize > 4 * 2 ** 30 ? memory : tmpdir();
  } catch {
    return tmpdir();
  }
}

/** Runs one part in a process of its own, and adds its counts; one that does not get to its end is a failure. */
function run(title, minutes, args) {
  const file = join(folder, `${title}.json`);
  const began = performance.now();
  console.log(`\n${title}`);
  const { status } = spawnSync(process.execPath, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { PM_ZONE_SLOWNESS: String(patience), ...process.env, TMPDIR: folder, PM_ZONE_TEST_COUNTS: file },
    timeout: minutes * 60_000,
  });
  console.log(`${title}: ${Math.round((performance.now() - began) / 1000)} s`);
  try {
    const counts = JSON.parse(readFileSync(file, 'utf8'));
    for (const kind of Object.keys(total)) total[kind] += counts[kind];
    failed.push(...counts.failed);
    if (counts.failures === 0 && status !== 0) failed.push(`${title}: all passed, and yet they ended with ${status}.`);
    ended &&= status === 0;
  } catch {
    failed.push(`${title}: not run to their end.`);
    total.failures += 1;
  }
}

/** What the core's tests are compiled to, by path: those of a kind. */
function coreFiles(kind) {
  return readdirSync(join('out', 'test'), { recursive: true, encoding: 'utf8' })
    .filter((name) => kind.test(name) && !['editor', 'user'].includes(name.split(sep)[0]))
    .map((name) => join('out', 'test', name))
    .sort();
}

/** The core's files that a name stands for. */
function filesOf(name) {
  const part = name.replace(/^(\.\/)?(out\/)?(?=test\/)/, '').replace(/\.[jt]s$/, '');
  const found = coreFiles(every).filter((file) => file.split(sep).join('/').replace(/\.js$/, '').includes(part));
  if (found.length > 0) return found;
  console.error(`No test file of the core holds "${name}" in its path.`);
  process.exit(2);
}

const reporting = ['--fail-zero', '--reporter', 'scripts/reporter.cjs'];
const mocha = (files, ...options) => [require.resolve('mocha/bin/mocha.js'), ...reporting, ...options, ...files];
const inParts = (files, ...options) => ['scripts/core-tests.mjs', ...reporting, ...options, '--', ...files];
const [mode, ...words] = process.argv.slice(2);
const dash = words.findIndex((word) => word.startsWith('-'));
const names = dash === -1 ? words : words.slice(0, dash);
const options = dash === -1 ? [] : words.slice(dash);

try {
  if (mode === '--core' && names.length > 0) {
    const files = [...new Set(names.flatMap(filesOf))];
    const how = files.length > 8 ? inParts : mocha;
    run('Tests of the core', 30, how(files, '--reporter-option', 'style=Spec', ...options));
  } else if (mode === '--core') {
    run('Tests of the core', 30, inParts(coreFiles(quick), ...options));
  } else {
    const all = mode === '--all';
    // What the long ones alone reach is not reached without them.
    const bounds = all ? [] : Object.entries(quickBounds).map(([of, bound]) => `--${of}=${bound}`);
    const c8 = [require.resolve('c8/bin/c8.js'), ...bounds, process.execPath];
    const files = coreFiles(all ? every : quick);
    run('Tests of the core', 90, [...c8, ...inParts(files, '--timeout', String(patience * 120_000))]);
    run('Tests inside VS Code', 30, ['out/test/vscode/run-editor.js']);
    run('Stories in a browser', 60, ['out/test/vscode/run-stories.js', ...(all ? [] : mainStories)]);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
// Once more, since what stands further up is cut where only the end of a long output is kept.
for (const each of failed) console.log(`\n✘ ${each}`);
console.log(`\n${total.passes} passed, ${total.failures} failed, ${total.pending} skipped`);
process.exitCode = ended && total.failures === 0 ? 0 : 1;
