import type { Commit } from '../change/change.js';
import { parseStatement, statementKey } from './statement.js';
import type { Claim, SetAside, Word } from './word.js';

/** What of a commit is read for words. */
export type CommitWithWords = Pick<Commit, 'oid' | 'author' | 'trailers' | 'parents' | 'isAmbiguous'>;

/** More statements than anyone makes: of the oldest beyond, nothing is known. */
const mostStatements = 10_000;

/**
 * Reads what commits of a change, oldest first, say of items and contents. The newest word that counts decides, so that one taken back
 * is gone. `whyNot` says why a commit gives no word of a PM's; what it says all the same is kept as set aside.
 */
export function readWords(
  commits: readonly CommitWithWords[],
  whyNot: (commit: CommitWithWords) => string | undefined,
): (item: string, content: string) => Word {
  const decided = new Map<string, Claim | 'taken back'>();
  const setAside = new Map<string, SetAside>();
  let left = mostStatements;
  for (const commit of [...commits].reverse()) {
    const said = commit.trailers.flatMap((trailer) => parseStatement(trailer) ?? []).slice(-left);
    if (said.length === 0) continue;
    left -= said.length;
    const why = whyNot(commit);
    const claim = { commit: commit.oid, name: commit.author.name, address: commit.author.email };
    for (const { key, isGiven } of said.reverse()) {
      if (why === undefined && !decided.has(key)) decided.set(key, isGiven ? claim : 'taken back');
      else if (why !== undefined && isGiven && !setAside.has(key)) setAside.set(key, { ...claim, why });
    }
    if (left === 0) break;
  }
  return (item, content) => {
    const key = statementKey(item, content);
    const found = decided.get(key);
    if (found !== undefined && found !== 'taken back') return { isGiven: true, claimedBy: found };
    const other = setAside.get(key);
    return { isGiven: false, ...(other !== undefined && { setAside: other }) };
  };
}
