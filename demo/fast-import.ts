/** Someone who commits. */
export interface Committer {
  readonly name: string;
  readonly email: string;
}

/** One commit of a made-up history. */
export interface PlannedCommit {
  readonly branch: string;
  readonly by: Committer;
  /** ISO 8601, in UTC. */
  readonly at: string;
  readonly message: string;
  /** New text of each path that the commit changes. */
  readonly files: ReadonlyMap<string, string>;
  /** A branch whose tip becomes the second parent. */
  readonly merges?: string;
  /** Where a branch that does not exist yet starts. */
  readonly startsAt?: string;
}

/**
 * The stream that `git fast-import` makes those commits of: one process for a whole history, and the same commit ids in every
 * run, since nothing in it depends on the machine or the moment.
 */
export function fastImportStream(commits: readonly PlannedCommit[]): string {
  const started = new Set<string>();
  return commits.map((commit) => describe(commit, started)).join('');
}

function describe(commit: PlannedCommit, started: Set<string>): string {
  const { branch, by, at, message, files, merges, startsAt } = commit;
  const who = `${by.name} <${by.email}> ${Date.parse(at) / 1000} +0000`;
  const starts = !started.has(branch) && startsAt !== undefined;
  started.add(branch);
  return [
    `commit refs/heads/${branch}`,
    `author ${who}`,
    `committer ${who}`,
    data(`${message}\n`),
    ...(starts ? [`from refs/heads/${startsAt}`] : []),
    ...(merges === undefined ? [] : [`merge refs/heads/${merges}`]),
    ...[...files].map(([path, text]) => `M 100644 inline ${path}\n${data(text)}`),
    '',
    '',
  ].join('\n');
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}`;
}
