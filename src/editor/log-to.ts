import type { LogOutputChannel } from 'vscode';

/** For the end of a promise that nobody waits for: what went wrong is logged, whole where it is an error. */
export function logErrors(log: LogOutputChannel): (error: unknown) => void {
  return (error) => log.error(error instanceof Error ? error : String(error));
}
