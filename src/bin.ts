#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { keepCompiled } from './keep-compiled.js';

/** The only place that prints. A closed pipe (`pm-zone review | head`) changes neither the work nor its exit code. */
process.stdout.on('error', () => undefined);

let warned = false;

const cwd = currentFolder();
const missing = missingPart();
if (cwd === undefined) {
  stop('The folder that this runs in is gone. Go to the repository’s folder, then run it again.');
} else if (missing !== undefined) {
  stop(
    `${missing} is missing beside ${__filename}, so PM Zone cannot run. Copy that whole folder, or install PM Zone again.`,
  );
} else runIn(cwd, process.argv.slice(2));

function currentFolder(): string | undefined {
  try {
    return process.cwd();
  } catch {
    return undefined;
  }
}

/** The first of its own files that is not there; the build says which there are. */
function missingPart(): string | undefined {
  const parts = process.env['PM_ZONE_PARTS'];
  return parts?.split(' ').find((part) => !existsSync(join(__dirname, part)));
}

function stop(sentence: string): void {
  process.stderr.write(`pm-zone: ${sentence}\n`, () => process.exit(2));
}

function runIn(cwd: string, args: readonly string[]): void {
  keepCompiled(args);
  import('./cli.js')
    .then(({ main }) =>
      main(args, {
        cwd,
        environment: process.env,
        now: new Date(),
        program: process.argv[1],
        readStdin: async () => {
          const chunks: Buffer[] = [];
          for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
          return Buffer.concat(chunks);
        },
        write: (text) => process.stdout.write(text),
        // A terminal that does not know its width says 0.
        columns: process.stdout.isTTY ? process.stdout.columns || undefined : undefined,
        warn: (line) => {
          warned = true;
          process.stderr.write(`${line}\n`);
        },
        progress: process.stderr.isTTY ? (line) => process.stderr.write(`${line} …\n`) : undefined,
        ask: process.stdin.isTTY && process.stderr.isTTY ? createAsk() : undefined,
      }),
    )
    .then(end, () => end(2));
}
/** Asks for one line after the other; nothing where the input has ended. What was pasted ahead answers the questions that follow. */
function createAsk(): (question: string) => Promise<string> {
  const open = async (): Promise<(question: string) => Promise<string>> => {
    const { createInterface } = await import('node:readline');
    const terminal = createInterface({ input: process.stdin, output: process.stderr });
    const lines: AsyncIterator<string, undefined> = terminal[Symbol.asyncIterator]();
    return async (question) => {
      terminal.setPrompt(question);
      terminal.prompt();
      const { value } = await lines.next();
      return value?.trim() ?? '';
    };
  };
  let asking: ReturnType<typeof open> | undefined;
  return async (question) => (await (asking ??= open()))(question);
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
