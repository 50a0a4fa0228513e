import type { Command } from './command.js';
import { guardCommand } from './guard-command.js';
import { reviewCommand } from './review-command.js';

/**
 * Every command of the command line by its name, in the order of a change's life. What a commit waits for is loaded at once, the
 * others on demand.
 */
export const commandLoaders: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['init', async () => (await import('./init-command.js')).initCommand],
  ['files', async () => (await import('./files-command.js')).filesCommand],
  ['why', async () => (await import('./why-command.js')).whyCommand],
  ['plan', async () => (await import('./plan-command.js')).planCommand],
  ['review', () => Promise.resolve(reviewCommand)],
  ['attest', async () => (await import('./attest-command.js')).attestCommand],
  ['guard', () => Promise.resolve(guardCommand)],
  ['pr', async () => (await import('./pr-command.js')).prCommand],
  ['gate', async () => (await import('./gate-command.js')).gateCommand],
  ['doctor', async () => (await import('./doctor-command.js')).doctorCommand],
  ['compliance', async () => (await import('./compliance-command.js')).complianceCommand],
  ['pitch', async () => (await import('./pitch-command.js')).pitchCommand],
  ['agreement', async () => (await import('./agreement-command.js')).agreementCommand],
  ['roster', async () => (await import('./roster-command.js')).rosterCommand],
]);

/** All commands, for the overview of `--help`. */
export async function loadAllCommands(): Promise<readonly Command[]> {
  return Promise.all([...commandLoaders.values()].map((load) => load()));
}
