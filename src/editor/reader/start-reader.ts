import { fork } from 'node:child_process';
import { dirname } from 'node:path';
import type { Reply, Request } from '../../presentation/reader/messages.js';

/** A process that answers requests. */
export interface ReaderProcess {
  readonly send: (request: Request) => void;
  readonly end: () => void;
}

export interface ReaderEvents {
  readonly onReply: (reply: Reply) => void;
  /** It ended, or could not be started. Called once. */
  readonly onEnd: (why: string) => void;
}

/**
 * Starts `file` with the program that this process runs in, as the extensions of VS Code start their language servers: where that is an
 * Electron, as Node alone. What it writes to its standard error is in `why` when it ends.
 */
export function startReader(file: string, { onReply, onEnd }: ReaderEvents): ReaderProcess {
  const child = fork(file, [], {
    // A folder that no repository fills.
    cwd: dirname(file),
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    // Not those of the extension host: it may be debugged. An expression that runs at all runs often here: compiled at once, those of a policy's words take a
    // third of the time of their first reading (0.2 s for 0.7).
    execArgv: ['--no-regexp-tier-up'],
    // Keeps maps, sets and what is not there.
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  let isOver = false;
  const end = (why: string): void => {
    if (isOver) return;
    isOver = true;
    onEnd(`${why}\n${said}`.trimEnd());
  };
  child.stderr?.on('data', (chunk: Buffer) => {
    said = `${said}${chunk.toString('utf8')}`.slice(-4000);
  });
  child.on('message', (reply) => onReply(reply as Reply));
  child.on('error', ({ message }) => end(message));
  child.on('exit', (code, signal) => end(`It ended with ${signal ?? `code ${String(code)}`}.`));
  return {
    send: (request) => void child.send(request, (error) => error && end(error.message)),
    end: () => {
      if (child.connected) child.disconnect();
    },
  };
}
