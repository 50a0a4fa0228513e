import { commands, l10n, type Disposable, type LogOutputChannel } from 'vscode';
import { GitError } from '../../git/git-error.js';
import { notify } from './notify.js';

/** An expected failure of a command, in one sentence that says what to do. */
export class CommandError extends Error {}

/** Registers a command. The only place of the editor where exceptions end: an expected failure is shown by its own sentence, a bug is logged. */
export function registerCommand(
  log: LogOutputChannel,
  id: `pmZone.${string}`,
  run: (...args: readonly unknown[]) => Promise<unknown>,
): Disposable {
  return commands.registerCommand(id, (...args: readonly unknown[]) => reportTrouble(log, id, () => run(...args)));
}

/** Runs what a button of a notification leads to, once its command is done: exceptions end in the same way. */
export async function reportTrouble<T>(
  log: LogOutputChannel,
  id: `pmZone.${string}`,
  run: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof CommandError) {
      log.info(`${id}: ${error.message}`);
      void notify('information', error.message);
    } else if (error instanceof GitError) {
      log.info(`${id}: ${error.sentence}`);
      void notify('error', error.sentence);
    } else await reportBug(log, id, error);
    return undefined;
  }
}

async function reportBug(log: LogOutputChannel, id: string, error: unknown): Promise<void> {
  log.error(`${id}:`, error instanceof Error ? error : String(error));
  const show = l10n.t('Show the Log');
  const chosen = await notify(
    'error',
    l10n.t(
      'Something went wrong that PM Zone did not expect. Nothing of yours was changed. Try again, or show the log to an engineer.',
    ),
    show,
  );
  if (chosen === show) log.show();
}
