#!/usr/bin/env node
import { main } from './cli.js';
import type { StartedTogether } from './repository/start-together.js';
import { startedKey } from './started-key.js';

/** The only place that prints. A closed pipe (`pm-zone review | head`) changes neither the work nor its exit code. */
process.stdout.on('error', () => undefined);

let warned = false;

const cwd = currentFolder();
if (cwd === undefined) {
  process.stderr.write(
    'pm-zone: The folder that this runs in is gone. Go to the repository’s folder, then run it again.\n',
    () => process.exit(2),
  );
} else runIn(cwd);

function currentFolder(): string | undefined {
  try {
    return process.cwd();
  } catch {
    return undefined;
  }
}

function runIn(cwd: string): void {
  main(process.argv.slice(2), {
    cwd,
    environment: process.env,
    now: new Date(),
    program: process.argv[1],
    started: (globalThis as Readonly<Record<symbol, unknown>>)[startedKey] as StartedTogether | undefined,
    readStdin: async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    },
    write: (text) => process.stdout.write(text),
    warn: (line) => {
      warned = true;
      process.stderr.write(`${line}\n`);
    },
  }).then(end, () => end(2));
}

/**
 * Ends when what was written is out. Waiting until nothing is open any more, and taking all down piece by piece, takes longer, and so
 * does opening the standard error for nothing.
 */
function end(code: number): void {
  process.stdout.write('', () => {
    const lost: NodeJS.ErrnoException | null = process.stdout.errored;
    // On a full disk, say, the silence must not be taken for a good answer.
    const isLost = lost !== null && lost.code !== 'EPIPE';
    const exit = (): void => process.exit(isLost ? 2 : code);
    if (isLost) process.stderr.write(`pm-zone: the answer could not be written (${lost.message}).\n`, exit);
    else if (warned) process.stderr.write('', exit);
    else exit();
  });
}
