export type GitErrorKind =
  | 'git-missing'
  | 'not-a-repository'
  | 'dubious-ownership'
  | 'bare'
  | 'timeout'
  | 'blocked'
  | 'stopped'
  | 'too-much'
  | 'failed'
  | 'unknown-revision'
  | 'no-merge-base'
  | 'shallow'
  | 'empty-range'
  | 'unmerged'
  | 'not-fetched';

/** Git failed. `sentence` (also the message) says what happened, why and what to do, in plain words. */
export class GitError extends Error {
  constructor(
    readonly kind: GitErrorKind,
    readonly sentence: string,
    /** The affected paths, from the repository's root. */
    readonly paths: readonly string[] = [],
  ) {
    super(sentence);
    this.name = 'GitError';
  }
}

/** Turns git's error output into an error. `stderr` is its stderr in the C locale, `folder` is where it ran. */
export function parseGitError(stderr: string, folder: string): GitError {
  const [, place] = /detected dubious ownership in repository at '(.*)'/.exec(stderr) ?? [];
  if (place !== undefined) {
    return new GitError(
      'dubious-ownership',
      `Git refuses to read the repository in ${toPlainLine(place)}, because that folder belongs to another user of this computer. ` +
        `If you trust what is in it, run: git config --global --add safe.directory ${quoted(place)}`,
    );
  }
  if (stderr.includes('cannot change to')) {
    return new GitError(
      'not-a-repository',
      `The folder ${toPlainLine(folder)} cannot be opened. Check its name and that you may read it.`,
    );
  }
  if (stderr.includes('not a git repository')) {
    return new GitError(
      'not-a-repository',
      `There is no git repository in ${toPlainLine(folder)} or above it. Open a folder of the repository, or clone it first.`,
    );
  }
  if (stderr.includes('must be run in a work tree')) {
    return new GitError(
      'bare',
      `${toPlainLine(folder)} holds a repository's history only, without its files. Open a folder where the files are checked out.`,
    );
  }
  if (/from promisor remote|lazy fetching disabled/u.test(stderr)) {
    return new GitError(
      'failed',
      'This clone was made without all that the files said (git clone --filter), and a part of it is needed now. ' +
        'Fetch the rest: git fetch --refetch --no-filter',
    );
  }
  return new GitError('failed', `Git failed and said: ${lastWords(stderr)}`);
}

/** Text from outside, safe to show: one line, no control characters, at most 300 characters. */
export function toPlainLine(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim();
  return line.length > 300 ? `${line.slice(0, 299)}…` : line;
}

function quoted(place: string): string {
  return /^[\w/.:@+-]+$/.test(place) ? place : `'${toPlainLine(place).replaceAll("'", "'\\''")}'`;
}

function lastWords(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '');
  const line =
    lines.find((each) => each.startsWith('fatal:') || each.startsWith('error:')) ?? lines[0] ?? 'nothing at all';
  return toPlainLine(withoutLevel(line));
}

/** A line of git's without how bad it is. */
export function withoutLevel(line: string): string {
  return line.replace(/^(?:fatal|error): /, '');
}
