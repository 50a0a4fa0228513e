import type { Repository } from '../repository/repository.js';
import type { Change, Surroundings } from './change.js';

/** What a repository keeps of how its content was made. */
export interface Traces {
  /** Notes under `refs/notes/ai` by the commit's id. */
  readonly notes: ReadonlyMap<string, string>;
  /** The text of `.agent-trace/traces.jsonl` at the head. */
  readonly traces: string | undefined;
}

const traceFile = '.agent-trace/traces.jsonl';

/** How many characters of one note are read. */
const longestNote = 2000;

/** Reads the notes on the change's commits and the trace file: two git processes at most. No notes and no file is no trouble. */
export async function readTraces(
  repository: Pick<Repository, 'git'>,
  change: Change,
  around: Surroundings,
): Promise<Traces> {
  const [notes, files] = await Promise.all([readNotes(repository, change), around.read('head', [traceFile])]);
  return { notes, traces: files.get(traceFile)?.text };
}

async function readNotes({ git }: Pick<Repository, 'git'>, { commits }: Change): Promise<ReadonlyMap<string, string>> {
  if (commits.length === 0) return new Map();
  const output = await git.run(['log', '--no-walk=unsorted', '--stdin', '-z', '--notes=ai', '--format=%H%n%N'], {
    input: `${commits.map((commit) => commit.oid).join('\n')}\n`,
  });
  const entries = output
    .toString('utf8')
    .split('\0')
    .map((entry) => entry.trim().split('\n'));
  return new Map(
    entries.flatMap(([oid = '', ...lines]) =>
      lines.length === 0 ? [] : [[oid, lines.join('\n').slice(0, longestNote)] as const],
    ),
  );
}
