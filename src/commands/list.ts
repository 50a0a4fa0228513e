import type { Command } from './command.js';
import { guard } from './guard.js';
import { review } from './review.js';

/**
 * Every command of the command line by its name, in the order of a change's life. What a commit waits for is loaded at once, the
 * others on demand.
 */
export const commands: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['files', async () => (await import('./files.js')).files],
  ['why', async () => (await import('./why.js')).why],
  ['plan', async () => (await import('./plan.js')).plan],
  ['review', () => Promise.resolve(review)],
  ['attest', async () => (await import('./attest.js')).attest],
  ['guard', () => Promise.resolve(guard)],
  ['pr', async () => (await import('./pr.js')).pr],
  ['doctor', async () => (await import('./doctor.js')).doctor],
]);

/** All commands, for the overview of `--help`. */
export async function allCommands(): Promise<readonly Command[]> {
  return Promise.all([...commands.values()].map((load) => load()));
}
