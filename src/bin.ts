#!/usr/bin/env node
import { main } from './cli.js';
import type { StartedTogether } from './repository/start-together.js';
import { startedKey } from './started-key.js';

/** The only place that prints. A closed pipe (`pm-zone files | head`) ends it quietly. */
process.stdout.on('error', () => process.exit(0));

let warned = false;

main(process.argv.slice(2), {
  cwd: process.cwd(),
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

/**
 * Ends when what was written is out. Waiting until nothing is open any more, and taking all down piece by piece, takes longer, and so
 * does opening the standard error for nothing.
 */
function end(code: number): void {
  const exit = (): void => process.exit(code);
  process.stdout.write('', () => {
    if (warned) process.stderr.write('', exit);
    else exit();
  });
}
