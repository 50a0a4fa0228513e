import type { Git } from './git.js';
import { GitTrouble } from './git-trouble.js';

/** Where a repository lies and where its HEAD stands. */
export interface Place {
  readonly root: string;
  readonly gitDir: string;
  readonly commonDir: string;
  readonly shallow: boolean;
  /** The way from the root to the folder that was asked in, with a slash at its end; empty in the root. */
  readonly prefix: string;
  readonly head: { readonly branch: string | undefined; readonly commit: string | undefined };
}

const query = [
  'rev-parse',
  '--path-format=absolute',
  '--is-shallow-repository',
  '--absolute-git-dir',
  '--git-common-dir',
  '--show-toplevel',
  '--show-prefix',
];

/** What git is asked to find its place. */
export const placeQuery = [...query, 'HEAD', '--symbolic-full-name', 'HEAD'];

/** Asks git where it is, in one process (two before the first commit). */
export async function readPlace(git: Git): Promise<Place> {
  // Before the first commit HEAD names nothing: the lines before it are an answer all the same.
  const output = await git.run(placeQuery, { allowExit: [128] });
  const lines = output.toString('utf8').split('\n');
  // Git refused: asked for less, it says why.
  if (lines.length < 6) await git.run(query);
  const [shallow, gitDir, commonDir, root, prefix, oid, name] = lines as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  if (lines.length > 8 || !/^(?:[0-9a-f]{40}|[0-9a-f]{64}|HEAD)$/.test(oid)) {
    throw new GitTrouble(
      'failed',
      'The name of the folder that the repository lies in has a line break in it. Rename that folder.',
    );
  }
  const place = { root, gitDir, commonDir, shallow: shallow === 'true', prefix };
  if (oid !== 'HEAD') return { ...place, head: { branch: branchOf(name), commit: oid } };
  const unborn = await git.run(['symbolic-ref', '--quiet', 'HEAD'], { allowExit: [1] });
  return { ...place, head: { branch: branchOf(unborn.toString('utf8').trim()), commit: undefined } };
}

function branchOf(ref: string): string | undefined {
  return ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : undefined;
}
