import type { LogOutputChannel } from 'vscode';

/** Rejection handler of a promise that nobody awaits: logs the reason, with its stack where it is an error. */
export function logErrors(log: LogOutputChannel): (error: unknown) => void {
  return (error) => log.error(error instanceof Error ? error : String(error));
}

/** What runs `run` without being awaited; why it failed is in the log. */
export function inBackground<Args extends readonly unknown[]>(
  log: LogOutputChannel,
  run: (...args: Args) => Promise<unknown>,
): (...args: Args) => void {
  return (...args) => void run(...args).catch(logErrors(log));
}
