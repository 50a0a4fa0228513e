import type { Entry, Judge } from '../policy/judge.js';
import type { Judgement } from '../policy/policy.js';

/**
 * Judges paths with what git has there: links and submodules (`special`, as in `Tracked`), also where the path lies behind one. A path
 * that ends in `/` is judged as a folder.
 */
export function judgeEntries(judge: Judge, special: ReadonlyMap<string, string>): (path: string) => Judgement {
  // Nearly always there are none, and then no path need be looked up.
  if (special.size === 0)
    return (path) => (path.endsWith('/') ? judge.judgeFolder(path.slice(0, -1)) : judge.judge(path));
  return (written) => {
    const path = written.replace(/\/$/u, '');
    const entry = entryAt(special, path);
    return path === written || entry !== undefined ? judge.judge(path, entry) : judge.judgeFolder(path);
  };
}

function entryAt(special: ReadonlyMap<string, string>, path: string): Entry | undefined {
  const mode = special.get(path);
  if (mode !== undefined) return { mode };
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    const above = path.slice(0, end);
    const found = special.get(above);
    if (found !== undefined) return { mode: found, above };
  }
  return undefined;
}
