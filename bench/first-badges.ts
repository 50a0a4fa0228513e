import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { vscodeHost } from '../test/vscode/host.js';
import { addressOf, startServer } from '../test/vscode/server.js';
import { root } from './data-sets.js';
import { makeGitRepository } from './git-repository.js';
import { zoneOwners, zoneText } from './pm-files.js';
import { spread, type Spread } from './statistics.js';

/** Milliseconds by which the first badge of ours is painted before the first one of git's, in a window that opens. */
export async function timeFirstBadges(browser: Browser, rounds: number): Promise<Spread> {
  const repository = makeGitRepository({
    empty: [],
    texts: new Map([
      ...Array.from({ length: 20 }, (_, at) => [`note-${at}.md`, '# Note\n'] as const),
      ['CLAUDE.md', zoneText],
      ['.github/CODEOWNERS', zoneOwners],
    ]),
    branch: new Map(),
    changes: new Map(),
  });
  try {
    execFileSync('git', ['checkout-index', '--all'], { cwd: repository.root, env: repository.environment });
    appendFileSync(join(repository.root, 'note-0.md'), 'Changed.\n');
    const ahead: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const server = await startServer({
        host: vscodeHost('newest'),
        environment: repository.environment,
        forTests: true,
      });
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      try {
        await page.addInitScript(watchSigns);
        await page.goto(addressOf(server, { folder: repository.root, extension: root }));
        const isKnown = 'window.pmZoneFirst?.ours && window.pmZoneFirst?.git';
        await page.waitForFunction(isKnown, undefined, { timeout: 60_000 });
        const first = await page.evaluate<{ readonly ours: number; readonly git: number }>('window.pmZoneFirst');
        ahead.push(first.git - first.ours);
      } finally {
        await page.close();
        await server.stop();
      }
    }
    return spread(ahead);
  } finally {
    repository.remove();
  }
}

/** Looks at the Explorer in every frame, and keeps when a sign of ours and git's `M` were there first. */
export const watchSigns = `
  window.pmZoneFirst = {};
  (function look() {
    for (const label of document.querySelectorAll('.explorer-folders-view .monaco-list-row .monaco-icon-label')) {
      const sign = getComputedStyle(label, '::after').content;
      if (/[🔒◐✎]/u.test(sign)) window.pmZoneFirst.ours ??= performance.now();
      if (/\\bM\\b/.test(sign)) window.pmZoneFirst.git ??= performance.now();
    }
    requestAnimationFrame(look);
  })();
`;
