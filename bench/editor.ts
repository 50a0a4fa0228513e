import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../test/vscode/browser.js';
import { vscodeHost } from '../test/vscode/host.js';
import { addressOf, startServer } from '../test/vscode/server.js';
import { timeBadges } from './badges.js';
import { root } from './data-sets.js';
import { timeFirstBadges } from './first-badges.js';
import { generateCodeowners, generatePaths } from './generate.js';
import { makeGitRepository, type GitRepository } from './git-repository.js';
import type { Activations } from './in-editor/index.js';
import { zoneOwners, zoneText } from './pm-files.js';
import { spread, type Spread } from './statistics.js';

export interface EditorFigures {
  /** Milliseconds that activating takes more than activating an extension that does nothing. */
  readonly activation: Spread;
  /** Milliseconds from a new policy on the base branch to the last badge of the visible tree that shows it. */
  readonly repaint: Spread;
  /** Frames in which an unchanged badge was missing. */
  readonly flickers: number;
  /** Milliseconds by which the first badge is painted before the first of git's own in the same window. */
  readonly ahead: Spread;
  /** Milliseconds for each of 60 badges that nobody asked for before, once the first is known. */
  readonly badge: Spread;
  readonly paths: number;
  readonly rules: number;
}

/** Measures the extension in a real VS Code in a real browser, each round in a window of its own. */
export async function measureEditor(rounds: number, paths: number, rules: number): Promise<EditorFigures> {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'pm-zone-bench-editor-')));
  const browser = await launchBrowser();
  const repository = largeRepository(paths, rules);
  try {
    const activations: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const { empty, ours } = await timeActivation(browser, home, round);
      activations.push(ours - empty);
    }
    const badge = await timeBadges(repository);
    const ahead = await timeFirstBadges(browser, rounds);
    const repaints = await timeRepaints(browser, repository, rounds);
    return {
      activation: spread(activations),
      repaint: spread(repaints.map(({ milliseconds }) => milliseconds)),
      flickers: repaints.reduce((sum, { flickers }) => sum + flickers, 0),
      ahead,
      badge,
      paths,
      rules,
    };
  } finally {
    await browser.close();
    repository.remove();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function timeActivation(browser: Browser, home: string, round: number): Promise<Activations> {
  const folder = join(home, `empty-${round}`);
  mkdirSync(folder);
  const result = join(home, `activation-${round}.json`);
  const server = await startServer({
    host: vscodeHost('newest'),
    extensionsFolder: emptyExtension(home),
    environment: {
      ...process.env,
      PM_ZONE_BENCH_RESULT: result,
      PM_ZONE_BENCH_FIRST: round % 2 === 0 ? 'empty' : 'ours',
    },
    forTests: true,
  });
  const page = await browser.newPage();
  try {
    const tests = join(root, 'out', 'bench', 'in-editor', 'index.js');
    await page.goto(addressOf(server, { folder, extension: root, tests }));
    const end = Date.now() + 60_000;
    while (!existsSync(result)) {
      if (Date.now() > end) throw new Error('VS Code did not activate the extensions within a minute.');
      await page.waitForTimeout(100);
    }
    return JSON.parse(readFileSync(result, 'utf8')) as Activations;
  } finally {
    await page.close();
    await server.stop();
  }
}

/** An extension that does nothing, installed where servers look for extensions. */
function emptyExtension(home: string): string {
  const folder = join(home, 'extensions');
  const place = join(folder, 'bench.empty-0.0.1');
  mkdirSync(place, { recursive: true });
  const manifest = {
    name: 'empty',
    publisher: 'bench',
    version: '0.0.1',
    engines: { vscode: '^1.100.0' },
    main: './main.js',
    activationEvents: [],
  };
  writeFileSync(join(place, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(place, 'main.js'), 'exports.activate = () => undefined;\n');
  writeFileSync(
    join(folder, 'extensions.json'),
    JSON.stringify([
      {
        identifier: { id: 'bench.empty' },
        version: '0.0.1',
        location: { $mid: 1, path: place, scheme: 'file' },
        relativeLocation: 'bench.empty-0.0.1',
        metadata: {},
      },
    ]),
  );
  return folder;
}

const doors = 'docs/visible';

/** The paths that the Explorer will show, which no policy mentions until one forbids them. */
const visible = Array.from({ length: 20 }, (_, at) => `${doors}/note-${String(at).padStart(2, '0')}.md`);

function largeRepository(paths: number, rules: number): GitRepository {
  const generated = generatePaths(paths, 1);
  return makeGitRepository({
    empty: generated,
    texts: new Map([
      ...visible.map((path) => [path, '# Note\n'] as const),
      ['CLAUDE.md', zoneText],
      ['.github/CODEOWNERS', `${generateCodeowners(rules, generated, 2)}${zoneOwners}`],
    ]),
    branch: new Map(),
    changes: new Map(),
  });
}

interface Repaint {
  readonly milliseconds: number;
  readonly flickers: number;
}

async function timeRepaints(browser: Browser, repository: GitRepository, rounds: number): Promise<readonly Repaint[]> {
  execFileSync('git', ['checkout-index', '--', 'CLAUDE.md', ...visible], {
    cwd: repository.root,
    env: repository.environment,
  });
  const server = await startServer({
    host: vscodeHost('newest'),
    extensionsFolder: join(repository.root, '..', 'extensions'),
    // Its own reading of the repository would share the processor.
    settings: { 'git.enabled': false },
    environment: repository.environment,
    forTests: true,
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  try {
    await page.goto(addressOf(server, { folder: join(repository.root, doors), extension: root }));
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
    await watchBadges(page);
    await waitForBadges(page, '◐');
    const repaints: Repaint[] = [];
    for (let round = 0; round < rounds; round++) {
      const sign = round % 2 === 0 ? '🔒' : '◐';
      publishPolicy(
        repository,
        round % 2 === 0 ? zoneText.replace('- `**/auth/**`', `- \`**/auth/**\`\n- \`${doors}/*\``) : zoneText,
      );
      const start = Date.now();
      const seen = await waitForBadges(page, sign);
      repaints.push({ milliseconds: seen.at - start, flickers: seen.flickers });
    }
    return repaints;
  } finally {
    await page.close();
    await server.stop();
  }
}

/** Puts a new CLAUDE.md onto the base branch, as fetching it would. */
function publishPolicy({ root: cwd, environment: env }: GitRepository, text: string): void {
  const git = (args: readonly string[], input = ''): string =>
    execFileSync('git', args, {
      cwd,
      env: { ...env, GIT_INDEX_FILE: join(cwd, '.git', 'bench-index') },
      input,
      encoding: 'utf8',
    }).trim();
  const blob = git(['hash-object', '-w', '--stdin'], text);
  git(['read-tree', 'refs/remotes/origin/main']);
  git(['update-index', '--cacheinfo', `100644,${blob},CLAUDE.md`]);
  const commit = git(['commit-tree', git(['write-tree']), '-p', 'refs/remotes/origin/main', '-m', 'Change the policy']);
  git(['update-ref', 'refs/remotes/origin/main', commit]);
}

/** Samples the visible badges in every frame: when all had which sign, and how often one was missing. */
async function watchBadges(page: Page): Promise<void> {
  await page.evaluate(`
    window.pmZoneBadges = { sign: '', at: 0, flickers: 0 };
    (function look() {
      const labels = [...document.querySelectorAll('.explorer-folders-view .monaco-list-row .monaco-icon-label')];
      const signs = labels.filter((label) => label.textContent.includes('note-')).map((label) => getComputedStyle(label, '::after').content);
      const known = window.pmZoneBadges;
      const [first = ''] = signs;
      const isGone = (sign) => sign === 'none' || sign === '""';
      if (known.sign !== '' && signs.some(isGone)) known.flickers += 1;
      if (signs.length > 0 && !isGone(first) && signs.every((sign) => sign === first) && first !== known.sign) {
        known.sign = first;
        known.at = Date.now();
      }
      requestAnimationFrame(look);
    })();
  `);
}

async function waitForBadges(page: Page, sign: string): Promise<Watched> {
  await page.waitForFunction(`window.pmZoneBadges.sign.includes(${JSON.stringify(sign)})`, undefined, {
    timeout: 30_000,
  });
  return page.evaluate<Watched>('window.pmZoneBadges');
}

interface Watched {
  readonly sign: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly flickers: number;
}
