import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import Mocha from 'mocha';
import { launchBrowser } from './browser.js';
import { runToTheEnd, type Counts } from './counts.js';
import { vscodeHost } from './host.js';
import { installPackaged } from './package-extension.js';
import { slowness } from './workbench.js';

// node out/test/vscode/run-stories.js [--long] [--only=WORDS] [NAME …]: the stories of test/user, or those whose file names hold a NAME, played in a
// browser on the packaged extension; with --long those that take some minutes instead, with --only those whose titles hold the words.
const names = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length);
const kind = process.argv.includes('--long') ? '.long.js' : '.story.js';
void runToTheEnd(async () => {
  const host = vscodeHost('newest');
  await (await launchBrowser()).close(); // whatever it lacks is installed here, not by each story
  const folder = mkdtempSync(join(tmpdir(), 'pm-zone-stories-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  process.env['PM_ZONE_EXTENSIONS'] = installPackaged(host, folder);
  return playStories();
});

async function playStories(): Promise<Counts> {
  const stories = join(__dirname, '..', 'user');
  const files = readdirSync(stories)
    .filter((file) => file.endsWith(kind) && (names.length === 0 || names.some((name) => file.includes(name))))
    .map((file) => join(stories, file));
  const first = await play(files);
  if (first.failed.size === 0) return sum(first.counts);
  // VS Code takes its time at times, and a step of a story cannot be taken twice: what fails is played once more, from its beginning.
  console.log(`\nOnce more: ${[...first.failed].map((file) => basename(file, '.js')).join(', ')}\n`);
  const again = await play([...first.failed]);
  return sum(new Map([...first.counts, ...again.counts]));
}

const none: Counts = { passes: 0, failures: 0, pending: 0, failed: [] };

interface Played {
  /** By file. */
  readonly counts: ReadonlyMap<string, Counts>;
  readonly failed: ReadonlySet<string>;
}

async function play(files: readonly string[]): Promise<Played> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 240_000 * slowness, reporter: 'spec', parallel: true, jobs: 2 });
  if (only !== undefined) mocha.fgrep(only);
  for (const file of files) mocha.addFile(file);
  const counts = new Map<string, Counts>();
  const count = (kind: keyof Omit<Counts, 'failed'>, { file = '' }: Pick<Mocha.Runnable, 'file'>): void => {
    const known = counts.get(file) ?? none;
    counts.set(file, { ...known, [kind]: known[kind] + 1 });
  };
  const fail = (file: string, why: string): void => {
    count('failures', { file });
    const known = counts.get(file) ?? none;
    counts.set(file, { ...known, failed: [...known.failed, why] });
  };
  return new Promise((resolve) => {
    const runner = mocha.run(() => {
      // A file that says nothing is a failure, too.
      for (const file of files) if (!counts.has(file)) fail(file, `${basename(file)}: no test was run`);
      const failed = files.filter((file) => (counts.get(file)?.failures ?? 0) > 0);
      resolve({ counts, failed: new Set(failed) });
    });
    runner.on('pass', (test) => count('passes', test));
    runner.on('fail', (test, error: Error) =>
      fail(test.file ?? '', `${test.fullTitle()}\n${error.stack ?? error.message}`),
    );
    runner.on('pending', (test) => count('pending', test));
  });
}

function sum(counts: ReadonlyMap<string, Counts>): Counts {
  return [...counts.values()].reduce(
    (all, each) => ({
      passes: all.passes + each.passes,
      failures: all.failures + each.failures,
      pending: all.pending + each.pending,
      failed: [...all.failed, ...each.failed],
    }),
    none,
  );
}
