import { writeFileSync } from 'node:fs';
import { InstallError } from './install.js';

/** Test counts of a run by outcome. */
export interface Counts {
  readonly passes: number;
  readonly failures: number;
  readonly pending: number;
  /** The title of each test that failed, and why on the lines after it. */
  readonly failed: readonly string[];
}

/**
 * Runs the tests of a program to its end: its counts go to the file that `PM_ZONE_TEST_COUNTS` names, its exit code is 1 when any
 * failed. Where npm has no VS Code for a platform other than Linux on x64 they are skipped, and that is said.
 */
export async function runToTheEnd(run: () => Promise<Counts>): Promise<void> {
  // Processes and folders are cleaned up on exit, which a signal alone does not trigger.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));
  const counts = await run().catch((error: unknown): Counts => {
    if (!(error instanceof InstallError)) {
      console.error(error);
      return { passes: 0, failures: 1, pending: 0, failed: [String(error)] };
    }
    console.error(error.message);
    if (process.platform === 'linux' && process.arch === 'x64') {
      return { passes: 0, failures: 1, pending: 0, failed: [error.message] };
    }
    console.error('Skipped: npm has no VS Code that runs here. `npm run test:electron` runs them in a downloaded one.');
    return { passes: 0, failures: 0, pending: 1, failed: [] };
  });
  const file = process.env['PM_ZONE_TEST_COUNTS'];
  if (file !== undefined) writeFileSync(file, JSON.stringify(counts));
  process.exitCode = counts.failures === 0 ? 0 : 1;
}
