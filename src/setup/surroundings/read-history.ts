import { GitError } from '../../git/git-error.js';
import type { Git } from '../../git/git.js';

/** Who made the latest commits, and where. */
export type History = readonly HistoryEntry[];

export interface HistoryEntry {
  /** As the repository's own list of names has it. */
  readonly name: string;
  /** The address it was committed with; it is compared, and shown nowhere. */
  readonly address: string;
  readonly paths: readonly string[];
}

/** Older ones say little about who works here now. */
const mostCommits = 800;
/** Milliseconds. */
const longest = 15_000;

/** The latest commits up to one, newest first, without merges; none where git cannot tell in time. */
export async function readHistory(git: Git, commit: string): Promise<History> {
  try {
    const output = await git.run([...query, commit, '--'], { timeout: longest });
    return output.toString('utf8').split('\u0001').slice(1).map(parse);
  } catch (error) {
    if (error instanceof GitError) return [];
    throw error;
  }
}

const query = [
  'log',
  '-z',
  `--max-count=${mostCommits}`,
  '--no-merges',
  '--no-renames',
  '--no-ext-diff',
  '--no-textconv',
  '--name-only',
  '--format=%x01%aN%x02%aE',
];

function parse(text: string): HistoryEntry {
  const [head = '', ...paths] = text.split('\0');
  const [name = '', address = ''] = head.split('\u0002');
  return { name, address, paths: paths.map((path) => path.replace(/^\n/u, '')).filter((path) => path !== '') };
}

/** Whether somebody ever committed with this address; `undefined` where git cannot tell in time. */
export async function isKnownAddress(git: Git, commit: string, address: string): Promise<boolean | undefined> {
  const args = [
    'log',
    '--max-count=1',
    '--fixed-strings',
    '--regexp-ignore-case',
    `--author=<${address}>`,
    '--format=%H',
  ];
  try {
    return (await git.run([...args, commit, '--'], { timeout: longest })).length > 0;
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}
