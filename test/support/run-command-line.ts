import { main } from '../../src/cli.js';
import type { TemporaryRepository } from './temporary-repository.js';

export interface CommandLineResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Standard output as JSON, one value a line. */
  readonly json: readonly unknown[];
}

/** Runs the real command line in a repository, without a process of its own. */
export async function pmZone(
  repository: Pick<TemporaryRepository, 'root' | 'environment'>,
  args: readonly string[],
  more: {
    readonly stdin?: string | Uint8Array;
    readonly readStdin?: () => Promise<Uint8Array>;
    readonly environment?: Readonly<Record<string, string>>;
    readonly program?: string;
    readonly progress?: (line: string) => void;
    readonly columns?: number;
    readonly ask?: (question: string) => Promise<string>;
  } = {},
): Promise<CommandLineResult> {
  let out = '';
  let err = '';
  const code = await main(args, {
    cwd: repository.root,
    environment: { ...repository.environment, ...more.environment },
    now: new Date('2026-01-02T03:04:05Z'),
    program: more.program,
    progress: more.progress,
    columns: more.columns,
    ask: more.ask,
    readStdin: more.readStdin ?? (() => Promise.resolve(Buffer.from(more.stdin ?? ''))),
    write: (text) => void (out += text),
    warn: (line) => void (err += `${line}\n`),
  });
  return {
    code,
    stdout: out,
    stderr: err,
    get json() {
      return out.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as unknown]));
    },
  };
}
