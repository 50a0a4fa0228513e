import { fold } from '../policy/fold.js';
import type { SensitiveFolder } from './surfaces/find-sensitive-folders.js';

/** A glob of a zone, with the files that it matches where they are known. */
type Closed = Pick<SensitiveFolder, 'glob'> & Partial<Pick<SensitiveFolder, 'paths'>>;

/** Lines of CODEOWNERS that make the host ask `owners` for what a policy closes, and for the policy itself. */
export function writeBackingLines(
  closed: readonly Closed[],
  policyFiles: readonly string[],
  owners: readonly string[],
): readonly string[] {
  const patterns = [...closed.flatMap(toPatterns), ...policyFiles.map((path) => `/${path}`)];
  return [...new Set(patterns)].map((pattern) => `${pattern} ${owners.join(' ')}`);
}

/**
 * A glob of the zone in the dialect of CODEOWNERS: a folder is named with a slash behind it, and the root with one before. Unlike the zone, CODEOWNERS
 * heeds capitals (GitHub's documentation: “CODEOWNERS paths are case sensitive”), so a folder is named as it is spelled here.
 */
function toPatterns({ glob, paths = [] }: Closed): readonly string[] {
  const name = /^\*\*\/([^*/]+)\/\*\*$/u.exec(glob)?.[1];
  if (name === undefined) return [`/${glob.replace(/\/\*\*$/u, '/')}`.replace(/^\/(?=\*\*\/)/u, '')];
  const spelled = new Set(
    paths.flatMap((path) => path.split('/').slice(0, -1)).filter((each) => plain.test(each) && fold(each) === name),
  );
  return (spelled.size === 0 ? [name] : [...spelled].sort()).map((each) => `**/${each}/`);
}

const plain = /^[\w.-]+$/u;
