import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SampleRepository } from '../demo/sample-repository.js';
import { launchBrowser } from '../test/vscode/browser.js';
import { vscodeHost } from '../test/vscode/host.js';
import { installPackaged } from '../test/vscode/package-extension.js';
import { makeGrownSample } from './grown-sample.js';
import { measureHostMemory, type HostMemory } from './host-memory.js';
import { playByHand } from './play-by-hand.js';
import { playSteps, type StepName } from './play-steps.js';
import { spread, type Spread } from './statistics.js';
import { inWindow, type StepWindow } from './step-window.js';

/** What a PM waits for, in a real VS Code on a repository of so many files. */
export interface PmStepsCell {
  readonly files: number;
  /** Milliseconds from the last key or click of each step to what the screen then shows. */
  readonly steps: ReadonlyMap<StepName, Spread>;
  /** Milliseconds of git's part of a step by itself, where it has one. */
  readonly git: ReadonlyMap<StepName, Spread>;
  /** Milliseconds from asking for a window to its first badge: ours, git's beside it, and git's in a window without PM Zone. */
  readonly opening: Readonly<Record<'ours' | 'git' | 'gitAlone', Spread>>;
  /** Megabytes of the extension host after all steps, and of one in which the same was done by hand for as long without PM Zone. */
  readonly memory: Readonly<Record<'ours' | 'without', Readonly<Record<keyof HostMemory, Spread>>>>;
}

/** Plays the steps of a PM in windows of their own, each on a repository of its own. */
export async function measurePmSteps(rounds: number, files: number): Promise<PmStepsCell> {
  const browser = await launchBrowser();
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'pm-zone-bench-steps-')));
  const [steps, git] = [new Map<StepName, number[]>(), new Map<StepName, number[]>()];
  const opening = { ours: [] as number[], git: [] as number[], gitAlone: [] as number[] };
  const memory = { ours: [] as HostMemory[], without: [] as HostMemory[] };
  try {
    const extensions = installPackaged(vscodeHost('newest'), home);
    for (let round = 0; round < rounds; round++) {
      const folder = join(home, `round-${round}`);
      const sample = makeGrownSample(folder, files);
      const readme = join(sample.root, 'README.md');
      const text = readFileSync(readme, 'utf8');
      appendFileSync(readme, 'Changed.\n');
      let took = 0;
      await inWindow(browser, sample, extensions, async (window) => {
        const first = await firstSigns(window, 'ours && window.pmZoneFirst.git');
        opening.ours.push(first.ours);
        opening.git.push(first.git);
        writeFileSync(readme, text);
        const begun = performance.now();
        for (const [name, milliseconds] of await playSteps(window.page, sample)) add(steps, name, milliseconds);
        took = performance.now() - begun;
        memory.ours.push(await measureHostMemory(window.profile));
      });
      for (const [name, milliseconds] of timeGit(sample)) add(git, name, milliseconds);
      appendFileSync(readme, 'Changed.\n');
      await inWindow(browser, sample, undefined, async (window) => {
        opening.gitAlone.push((await firstSigns(window, 'git')).git);
        const begun = performance.now();
        await playByHand(window.page, sample);
        await window.page.waitForTimeout(Math.max(0, took - (performance.now() - begun)));
        memory.without.push(await measureHostMemory(window.profile));
      });
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
    return {
      files,
      steps: spreads(steps),
      git: spreads(git),
      opening: { ours: spread(opening.ours), git: spread(opening.git), gitAlone: spread(opening.gitAlone) },
      memory: { ours: spreadMemory(memory.ours), without: spreadMemory(memory.without) },
    };
  } finally {
    await browser.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

function add(all: Map<StepName, number[]>, name: StepName, milliseconds: number): void {
  all.set(name, [...(all.get(name) ?? []), milliseconds]);
}

function spreads(all: ReadonlyMap<StepName, readonly number[]>): ReadonlyMap<StepName, Spread> {
  return new Map([...all].map(([name, values]) => [name, spread(values)]));
}

function spreadMemory(all: readonly HostMemory[]): Readonly<Record<keyof HostMemory, Spread>> {
  return { taken: spread(all.map(({ taken }) => taken)), held: spread(all.map(({ held }) => held)) };
}

/** Milliseconds from the page's own beginning. */
async function firstSigns(
  { page }: StepWindow,
  known: string,
): Promise<{ readonly ours: number; readonly git: number }> {
  await page.waitForFunction(`window.pmZoneFirst?.${known}`, undefined, { timeout: 120_000 });
  return page.evaluate('window.pmZoneFirst');
}

/** What git alone takes for what it does in a step. */
function timeGit({ root, environment }: SampleRepository): readonly (readonly [StepName, number])[] {
  const git = (...args: readonly string[]): number => {
    const begun = performance.now();
    execFileSync('git', ['-c', 'core.hooksPath=/dev/null', ...args], { cwd: root, env: environment, stdio: 'pipe' });
    return performance.now() - begun;
  };
  git('stash', '--include-untracked');
  git('switch', '--quiet', '--create', 'bench');
  const change = 'src/features/onboarding/README.md';
  appendFileSync(join(root, change), '\nFor git alone.\n');
  const back = git('checkout', '--', change);
  appendFileSync(join(root, change), '\nFor git alone.\n');
  const commit = git('commit', '--quiet', '--all', '--message', 'By git alone');
  const away = git('switch', '--quiet', 'main');
  const plan = git('switch', '--quiet', '--create', 'bench-plan');
  return [
    ['put one file back', back],
    ['the guarded commit', commit],
    ['switch to main', away],
    ['a plan with its branch', plan],
  ];
}
