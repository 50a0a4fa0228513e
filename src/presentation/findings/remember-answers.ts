import type { RepositorySnapshot } from '../../change/change.js';

/** A snapshot that gives the same answer to the same question, also once the repository behind it is closed. */
export function rememberAnswers(snapshot: RepositorySnapshot): RepositorySnapshot {
  const known = new Map<string, Promise<unknown>>();
  const remember =
    <Args extends readonly unknown[], Answer>(kind: string, ask: (...args: Args) => Promise<Answer>) =>
    (...args: Args): Promise<Answer> => {
      const key = JSON.stringify([kind, args]);
      const answer = (known.get(key) as Promise<Answer> | undefined) ?? ask(...args);
      known.set(key, answer);
      return answer;
    };
  return {
    paths: remember('paths', (side) => snapshot.paths(side)),
    pathsNamed: remember('named', (side, fragments) => snapshot.pathsNamed(side, fragments)),
    search: remember('search', (expressions, leftOut) => snapshot.search(expressions, leftOut)),
    read: remember('read', (side, paths) => snapshot.read(side, paths)),
    blobs: remember('blobs', (oids) => snapshot.blobs(oids)),
  };
}
