import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { SampleRepository } from '../demo/sample-repository.js';
import { vscodeHost } from '../test/vscode/host.js';
import { addressOf, startServer } from '../test/vscode/server.js';
import { watchSigns } from './first-badges.js';

/** A window of VS Code as users have it, with the extensions that are asked for. */
export interface StepWindow {
  readonly page: Page;
  /** The server's; what is in it tells its processes from others. */
  readonly profile: string;
  /** When the window was asked for, as `performance.now()` of this process. */
  readonly asked: number;
}

/** Opens a window on a repository, has it used, and closes it. */
export async function inWindow<T>(
  browser: Browser,
  sample: SampleRepository,
  extensionsFolder: string | undefined,
  use: (window: StepWindow) => Promise<T>,
): Promise<T> {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'pm-zone-bench-window-')));
  const server = await startServer({
    host: vscodeHost('newest'),
    extensionsFolder: extensionsFolder ?? join(home, 'extensions'),
    environment: { ...sample.environment, XDG_DATA_HOME: join(home, 'data') },
  });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  try {
    await page.addInitScript(watchSigns);
    const asked = performance.now();
    await page.goto(addressOf(server, { folder: sample.root }));
    return await use({ page, profile: server.profile, asked });
  } finally {
    await context.close();
    await server.stop();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}
