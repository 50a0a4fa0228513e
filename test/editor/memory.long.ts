import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { commands, extensions, workspace } from 'vscode';

const reviews = 500;
const switches = 200;
/** What the heap may have grown by in the end. */
const most = 0.05;

describe('after a long day', () => {
  const root = (): string => workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const git = (...args: readonly string[]): void => {
    execFileSync('git', args, { cwd: root(), stdio: 'pipe' });
  };
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;

  /** Bytes in use once all that can be let go of is gone, which takes some rounds of the event loop. */
  async function heapInUse(): Promise<number> {
    for (let round = 0; round < 5; round++) {
      await new Promise((resolve) => setTimeout(resolve, 300));
      collect();
    }
    return process.memoryUsage().heapUsed;
  }

  it(`holds no more memory after ${reviews} reviews and ${switches} switches of branches`, async function () {
    this.timeout(1_500_000);
    await extensions.getExtension('pm-zone.pm-zone')?.activate();
    git('branch', 'other');
    appendFileSync(join(root(), 'src/features/onboarding/prompts/welcome-assistant.md'), '\nBe brief.\n');
    const review = (): Thenable<unknown> => commands.executeCommand('pmZone.review');
    const switchTo = async (branch: string): Promise<void> => {
      git('switch', '-q', branch);
      await new Promise((resolve) => setTimeout(resolve, 50));
    };
    // What is loaded and remembered once does not count.
    for (let count = 0; count < 40; count++) await review();
    for (let count = 0; count < 10; count++) await switchTo(count % 2 === 0 ? 'other' : 'main');
    const before = await heapInUse();
    for (let count = 0; count < reviews; count++) {
      await review();
      if (count % 5 < 2) await switchTo(count % 5 === 0 ? 'other' : 'main');
    }
    const after = await heapInUse();
    console.log(`${Math.round(before / 1024)} KB, then ${Math.round(after / 1024)} KB`);
    assert.ok(after < before * (1 + most), `from ${before} to ${after} bytes`);
  });
});
