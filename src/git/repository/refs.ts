export interface Ref {
  /** In full: `refs/remotes/origin/main`. */
  readonly name: string;
  readonly commit: string;
  /** The target of a symbolic ref (`refs/remotes/origin/HEAD`); `undefined` for any other. */
  readonly target: string | undefined;
}

/** Common names of a trunk, the likeliest first. */
export const trunkNames = ['main', 'master', 'trunk', 'develop'] as const;

/** Names of a branch that all work goes to, where a remote calls it its default; nobody calls a change of theirs so. */
export const sharedNames: readonly string[] = [
  ...trunkNames,
  ...['mainline', 'dev', 'devel', 'development', 'default', 'next', 'canary', 'edge', 'stable'],
  ...['staging', 'production', 'release'],
];

/** Refs that `MERGE_HEAD` resolves to while no merge is under way. */
export const mergeHeadImpostors = [
  'refs/MERGE_HEAD',
  'refs/tags/MERGE_HEAD',
  'refs/heads/MERGE_HEAD',
  'refs/remotes/MERGE_HEAD',
];

/** The query for the refs that may be the base. */
export const refQuery = [
  'for-each-ref',
  '--format=%(refname)%00%(objectname)%00%(symref)',
  ...['HEAD', ...trunkNames].map((name) => `refs/remotes/*/${name}`),
  'refs/heads/main',
  'refs/heads/master',
  ...mergeHeadImpostors,
];

/** Reads the answer to `refQuery`; no name of a ref holds a line break or a NUL. */
export function parseRefs(output: string): readonly Ref[] {
  return output.split('\n').flatMap((line) => {
    const [name = '', commit = '', target = ''] = line.split('\0');
    return commit === '' ? [] : [{ name, commit, target: target === '' ? undefined : target }];
  });
}

/** The refs that are there and that git cannot read, by what it says as it answers `refQuery`: an empty file after a power failure, say. */
export function parseBrokenRefs(said: string): readonly string[] {
  return [...said.matchAll(/^warning: ignoring broken ref (refs\/(?:heads|remotes)\/\S+)$/gm)].map(
    ([, name]) => name as string,
  );
}
