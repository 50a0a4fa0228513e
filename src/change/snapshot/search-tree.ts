import type { Git } from '../../git/git.js';
import { GitError } from '../../git/git-error.js';

/** Milliseconds after which a search is given up. */
const longestSearch = 20_000;

/**
 * The paths of a commit with a line that one of these expressions matches (POSIX extended, over bytes), whatever a repository's
 * attributes and settings say of the file; `undefined` where git could not look through all of them in time. Pictures, fonts, sounds,
 * archives and machine code are left out by their names: they are most of what many a repository weighs, and hold no words. So are files
 * with one of the endings in `leftOut`, without their points.
 */
export async function searchTree(
  git: Git,
  commit: string,
  expressions: readonly string[],
  leftOut: readonly string[] = [],
): Promise<readonly string[] | undefined> {
  if (expressions.length === 0) return [];
  try {
    // One expression: git tries several one after the other on each line.
    const found = await git.run([...query, '-f', '-', commit, '--', ...[...withoutWords, ...leftOut].map(without)], {
      input: `${expressions.join('|')}\n`,
      allowExit: [1],
      timeout: longestSearch,
    });
    // Each path stands behind the commit and a colon.
    return found
      .toString('utf8')
      .split('\0')
      .slice(0, -1)
      .map((name) => name.slice(commit.length + 1));
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}

const withoutWords =
  'png jpg jpeg gif ico webp avif bmp woff woff2 ttf otf eot mp3 mp4 m4a webm mov ogg wav pdf zip gz tgz bz2 xz 7z jar aar wasm exe dll so dylib'.split(
    ' ',
  );

/** A star and then a mere text: git compares the ends of names, where a glob with folders takes a third of the whole search. */
function without(ending: string): string {
  return `:(exclude,icase)*.${ending}`;
}

const query = [
  // All that follows the commit is ours.
  '--no-literal-pathspecs',
  'grep',
  '--extended-regexp',
  '--text',
  '--files-with-matches',
  '--null',
  '--full-name',
  '--no-color',
  '--no-textconv',
  '--no-recurse-submodules',
];
