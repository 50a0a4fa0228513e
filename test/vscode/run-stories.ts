import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Mocha from 'mocha';
import { launchBrowser } from './browser.js';
import { runToTheEnd, type Counts } from './counts.js';
import { vscodeHost } from './host.js';
import { installPackaged } from './package-extension.js';

// node out/test/vscode/run-stories.js [NAME …]: the stories of test/user, or those whose file names hold a NAME, played in a
// browser on the packaged extension.
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
  const names = process.argv.slice(2);
  const stories = join(__dirname, '..', 'user');
  const files = readdirSync(stories)
    .filter((file) => file.endsWith('.story.js') && (names.length === 0 || names.some((name) => file.includes(name))))
    .map((file) => join(stories, file));
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 60_000,
    retries: 1,
    reporter: 'spec',
    parallel: files.length > 1,
    jobs: 2,
  });
  for (const file of files) mocha.addFile(file);
  return new Promise((resolve) => {
    const runner = mocha.run(() => {
      const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
      resolve({ passes, failures: failures + (passes + failures + pending === 0 ? 1 : 0), pending });
    });
  });
}
