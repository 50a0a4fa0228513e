import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { projectFolder } from '../../demo/project-folder.js';
import { makeSampleRepository } from '../../demo/sample-repository.js';
import { launchBrowser } from './browser.js';
import { runToTheEnd, type Counts } from './counts.js';
import type { EditorResult } from './editor-result.js';
import { vscodeHost } from './host.js';
import { addressOf, startServer } from './server.js';
import { slowness } from './workbench.js';
import { makeWorkspaceFile } from './workspace-file.js';

// node out/test/vscode/run-editor.js [--oldest] [--long] [NAME …]: the tests of test/editor, or those whose file names hold a NAME;
// with --long those that take many minutes instead. They run in the extension host of a real VS Code, on a workspace with the sample repository as its only folder.
const names = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const isLong = process.argv.includes('--long');
void runToTheEnd(() => runEditorTests(process.argv.includes('--oldest') ? 'oldest' : 'newest'));

async function runEditorTests(age: 'newest' | 'oldest'): Promise<Counts> {
  const host = vscodeHost(age);
  const browser = await launchBrowser();
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'pm-zone-editor-')));
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.once('exit', remove);
  try {
    const sample = makeSampleRepository(join(folder, 'sample'));
    const results = join(folder, 'results.json');
    const workspace = makeWorkspaceFile(folder, sample.root);
    const server = await startServer({
      host,
      environment: {
        ...sample.environment,
        PM_ZONE_TEST_RESULTS: results,
        PM_ZONE_TEST_NAMES: names.join(' '),
        PM_ZONE_SLOWNESS: String(slowness),
        ...(isLong && { PM_ZONE_TEST_LONG: '1' }),
      },
      forTests: true,
    });
    try {
      const start = Date.now();
      const opened = { workspace, extension: projectFolder(), tests: join(__dirname, '..', 'editor', 'index.js') };
      const failure = await openAndWait(await browser.newPage(), addressOf(server, opened));
      console.log(`\nIn the extension host of VS Code ${host.version}, ${Date.now() - start} ms:\n`);
      const counts = report(existsSync(results) ? readFileSync(results, 'utf8') : '[]', failure);
      if (counts.failures > 0) {
        cpSync(join(server.profile, 'data', 'logs'), join(projectFolder(), 'out', 'vscode-logs'), { recursive: true });
      }
      return counts;
    } finally {
      await server.stop();
    }
  } finally {
    await browser.close();
    remove();
    process.off('exit', remove);
  }
}

/** Opens the window and waits until VS Code says that the tests have ended; what went wrong around them, or undefined. */
async function openAndWait(page: Page, address: string): Promise<string | undefined> {
  if (process.env['VERBOSE'] !== undefined) page.on('console', (message) => console.log(message.text()));
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve, reject) => {
      const limit = Number(process.env['PM_ZONE_TEST_LIMIT'] ?? (isLong ? 1600 : 560 * slowness));
      timer = setTimeout(() => resolve(`the tests did not end within ${limit} s`), limit * 1000);
      page.on('crash', () => resolve('the window crashed'));
      page
        .exposeFunction('codeAutomationExit', (code: number) => resolve(code === 0 ? undefined : 'not all passed'))
        .then(() => page.goto(address, { timeout: 60_000 }))
        .catch(reject);
    });
  } finally {
    clearTimeout(timer);
  }
}

/** Prints each test and counts; a failure outside the tests, or no test at all, is one failure more. */
function report(json: string, failure: string | undefined): Counts {
  const results = JSON.parse(json) as readonly EditorResult[];
  for (const result of results) {
    switch (result.state) {
      case 'passed':
        console.log(`  ✔ ${result.title} (${result.milliseconds} ms)`);
        break;
      case 'pending':
        console.log(`  - ${result.title}`);
        break;
      case 'retried':
        console.log(`  ↻ ${result.title}\n    ${result.reason.replaceAll('\n', '\n    ')}`);
        break;
      case 'failed':
        console.log(`  ✘ ${result.title}\n    ${result.reason.replaceAll('\n', '\n    ')}`);
        break;
    }
  }
  const count = (state: EditorResult['state']): number => results.filter((result) => result.state === state).length;
  const failed = results.flatMap((result) => (result.state === 'failed' ? [`${result.title}\n${result.reason}`] : []));
  if (failed.length === 0 && (failure !== undefined || results.length === 0)) {
    failed.push(failure ?? 'no test was run');
    console.log(`  ✘ ${failed[0]}`);
  }
  return { passes: count('passed'), failures: failed.length, pending: count('pending'), failed };
}
