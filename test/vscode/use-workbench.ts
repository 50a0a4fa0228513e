import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { makeSampleRepository, type SampleRepository } from '../../demo/sample-repository.js';
import { launchBrowser } from './browser.js';
import { vscodeHost } from './host.js';
import { addressOf, startServer, type Server } from './server.js';
import { patience, screenshot, slowness } from './workbench.js';

/** VS Code's own themes; both of the high contrast ones. */
export type Theme = 'dark' | 'light' | 'high contrast' | 'high contrast light';

/** How a story begins. */
export interface Beginning {
  readonly theme?: Theme;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** A stand-in, of `test/vscode/stand-ins`, in place of an extension of VS Code's own. */
  readonly standIn?: { readonly name: string; readonly insteadOf: string };
  /** `false` opens the folder in restricted mode. */
  readonly trusted?: boolean;
  /** Makes the repository in a new folder; the sample where it is not given. */
  readonly repository?: (folder: string) => SampleRepository;
  /** Changes the repository before it is opened; may give another folder to open than the sample's root. */
  readonly prepare?: (sample: SampleRepository) => string | undefined;
}

/** A VS Code with the packaged extension in a browser, on a sample repository of its own. */
export interface Workbench {
  readonly page: Page;
  readonly sample: SampleRepository;
}

const themes: Readonly<Record<Theme, string>> = {
  dark: 'Default Dark Modern',
  light: 'Default Light Modern',
  'high contrast': 'Default High Contrast',
  'high contrast light': 'Default High Contrast Light',
};

/**
 * For a `describe`: opens a workbench before its tests and closes it after them; a failed test leaves
 * `out/screenshots/failed-TITLE.png`, and those behind it, which go on from where it ended, are skipped. The workbench is there within tests only.
 */
export function useWorkbench(beginning: Beginning = {}): () => Workbench {
  let open: OpenWorkbench | undefined;
  const opened = (): OpenWorkbench => {
    if (open === undefined) throw new Error('The workbench is open within tests only.');
    return open;
  };
  before('open VS Code', async function () {
    this.timeout(120_000 * slowness);
    open = await openWorkbench(beginning);
  });
  let hasFailed = false;
  // Mocha's own "bail" would end the other files of the run as well.
  beforeEach(function () {
    if (hasFailed) this.skip();
  });
  afterEach(async function () {
    if (this.currentTest?.state !== 'failed' || open === undefined) return;
    hasFailed = true;
    await screenshot(open.page, `failed-${this.currentTest.title.replaceAll(/[^a-zA-Z0-9]+/g, '-')}`);
    const hosts = open.extensionHosts();
    if (hosts > 1) console.log(`VS Code started ${hosts} extension hosts for “${this.currentTest.fullTitle()}”.`);
  });
  after('close VS Code', () => open?.close());
  return opened;
}

/** Stories that are about no theme are played in the dark one, or as `THEME=light` says. */
function themeAsked(): Theme {
  const asked = process.env['THEME'];
  return asked !== undefined && Object.hasOwn(themes, asked) ? (asked as Theme) : 'dark';
}

interface OpenWorkbench extends Workbench {
  /**
   * How many VS Code started so far: one for each time that the window was loaded. On a busy computer it may start another beside the first, and then
   * each extension runs twice: badges, hovers and what a command does are doubled.
   */
  readonly extensionHosts: () => number;
  readonly close: () => Promise<void>;
}

async function openWorkbench(beginning: Beginning): Promise<OpenWorkbench> {
  const extensionsFolder = process.env['PM_ZONE_EXTENSIONS'];
  if (extensionsFolder === undefined) throw new Error('Stories are played by out/test/vscode/run-stories.js [NAME …].');
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'pm-zone-story-')));
  const remove = (): void => rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  process.once('exit', remove);
  let browser: Browser | undefined;
  let server: Server | undefined;
  const close = async (): Promise<void> => {
    await browser?.close();
    await server?.stop();
    remove();
    process.off('exit', remove);
  };
  try {
    const sample = (beginning.repository ?? makeSampleRepository)(join(home, 'sample'));
    const folder = beginning.prepare?.(sample) ?? sample.root;
    server = await startServer({
      host: vscodeHost('newest'),
      settings: { 'workbench.colorTheme': themes[beginning.theme ?? themeAsked()], ...beginning.settings },
      trusted: beginning.trusted ?? true,
      extensionsFolder,
      standIn: beginning.standIn,
      environment: sample.environment,
    });
    browser = await launchBrowser();
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    await page.goto(addressOf(server, { folder }));
    await page
      .locator('.explorer-folders-view .monaco-list-row')
      .first()
      .waitFor({ timeout: 60_000 * slowness });
    const { profile } = server;
    return { page, sample, extensionHosts: () => countExtensionHosts(profile), close };
  } catch (error) {
    await close();
    throw error;
  }
}

function countExtensionHosts(profile: string): number {
  const logs = join(profile, 'data', 'logs');
  const texts = readdirSync(logs).map((each) => readFileSync(join(logs, each, 'remoteagent.log'), 'utf8'));
  return texts.join('').split('[ExtensionHostConnection] New connection established').length - 1;
}
