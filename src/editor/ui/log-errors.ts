import type { LogOutputChannel } from 'vscode';

/** Rejection handler of a promise that nobody awaits: logs the reason, with its stack where it is an error. */
export function logErrors(log: LogOutputChannel): (error: unknown) => void {
  return (error) => log.error(error instanceof Error ? error : String(error));
}
