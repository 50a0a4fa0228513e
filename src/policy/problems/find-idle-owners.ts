import type { Codeowners, PolicyProblem } from '../policy.js';
import type { PathFinder } from './path-finder.js';

/**
 * Lines of CODEOWNERS that name one path from the root which is not there, while one that is nearly called so is: whoever owns that is not asked. Other
 * lines without a file are left over, and do no harm.
 */
export function findIdleOwners(codeowners: Codeowners, finder: PathFinder): readonly PolicyProblem[] {
  return codeowners.rules.flatMap(({ pattern, owners, line }): readonly PolicyProblem[] => {
    const at = { file: codeowners.file, line };
    if (/\\[\w\\]/u.test(pattern)) {
      const message = `\`${pattern}\` has backslashes, which part no folders, so it matches no file. Ask an engineer to write “/” between folders.`;
      const mend = { from: pattern, to: pattern.replaceAll('\\', '/') };
      return [{ ...at, severity: 'warning', message, mend }];
    }
    const path = pattern.replace(/^\/|\/$/gu, '');
    const isOnePath = !/[*?[\]!]/u.test(path) && (path.includes('/') || pattern.startsWith('/'));
    if (!isOnePath || owners.length === 0 || finder.has(path)) return [];
    const near = finder.nearest(path, 1);
    if (near === undefined || !finder.has(near)) return [];
    const to = pattern.replace(path, () => near);
    const message = `\`${pattern}\` matches no file here, so nobody is asked by this line. Did you mean \`${to}\`?`;
    return [{ ...at, severity: 'info', message, mend: { from: pattern, to } }];
  });
}
