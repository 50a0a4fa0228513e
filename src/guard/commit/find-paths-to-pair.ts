import type { Judgement } from '../../policy/policy.js';
import type { GuardedCommit } from './with-guarded-commit.js';

/** A path that needs an engineer, and why. */
export interface PathToPair {
  readonly path: string;
  readonly judgement: Judgement;
}

/**
 * The staged paths that need an engineer. While a merge is under way only those that differ from HEAD as well: the others come from
 * commits that had their own message.
 */
export async function findPathsToPair({ session, context }: GuardedCommit): Promise<readonly PathToPair[]> {
  const { change, judgements, policy } = context;
  // Until the base branch has a policy nobody has to be named.
  if (policy.preview) return [];
  const pairs = [...judgements].flatMap(([path, judgement]) =>
    judgement.standing === 'pair' ? [{ path, judgement }] : [],
  );
  if (pairs.length === 0 || change.base.ref === 'HEAD') return pairs;
  const output = await session.repository.git.run([
    'diff-index',
    '--cached',
    '-r',
    '-z',
    '--name-only',
    '--no-renames',
    '--no-relative',
    '--ignore-submodules=none',
    'HEAD',
    '--',
  ]);
  const here = new Set(output.toString('utf8').split('\0'));
  return pairs.filter(({ path }) => here.has(path));
}
