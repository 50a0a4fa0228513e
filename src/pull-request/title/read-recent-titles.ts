import type { Git } from '../../git/git.js';
import { GitError } from '../../git/git-error.js';

/** How many commits of the base say how titles look here. */
const mostCommits = 50;
/** Bytes of their messages; more are not read. */
const mostBytes = 2 ** 22;

/**
 * The titles of the last pull requests that people brought to this commit, newest first: of what was squashed or rebased the subject, of a
 * merge what its message says below. What machines wrote is left out, reverts too. None where git does not tell.
 */
export async function readRecentTitles(git: Git, commit: string): Promise<readonly string[]> {
  const format = '--format=%x01%an%x00%s%x00%b';
  const args = ['log', '--first-parent', '--no-show-signature', '-n', String(mostCommits), format];
  try {
    const log = await git.run([...args, '--end-of-options', commit, '--'], { maxBytes: mostBytes });
    return log.toString('utf8').split('\x01').slice(1).flatMap(titleOf);
  } catch (error) {
    if (error instanceof GitError) return [];
    throw error;
  }
}

const machine = /\[bot\]|\bbot$|^bot\b|dependabot|renovate|depfu|weblate|crowdin|transifex|jenkins/i;

function titleOf(entry: string): readonly string[] {
  const [author = '', subject = '', body = ''] = entry.split('\0');
  if (machine.test(author) || /^(?:Revert|Reapply) "|^Translated using|^Pontoon: |^Bump \S+ from /.test(subject))
    return [];
  if (!/^Merge /.test(subject)) return [withoutNumber(subject)];
  if (machine.test(subject)) return [];
  const isOfPullRequest = /^Merge pull request #\d+ from /.test(subject) || /^See merge request /m.test(body);
  const [first = ''] = body.split('\n').filter((line) => line.trim() !== '');
  return !isOfPullRequest || first === '' || first.startsWith('See merge request ') ? [] : [withoutNumber(first)];
}

/** Hosts add it when they squash. */
function withoutNumber(title: string): string {
  return title.replace(/(?: \([#!]\d{1,9}\)){1,3}$/, '');
}
