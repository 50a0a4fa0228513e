import { openCommitSnapshot } from '../change/open-commit-snapshot.js';
import type { Repository } from '../git/repository.js';
import { readRecentTitles } from './title/read-recent-titles.js';
import { readTitleRules } from './title/read-title-rules.js';
import { findTitleConvention } from './title/title-convention.js';
import { blank, writeTitle } from './title/write-title.js';

/**
 * The subject of a commit, in the form that the repository's have at `commit`: a hook may refuse any other. What its settings ask of commits counts before
 * what people do. Where the form asks for what is not known, such as a ticket, the text stays as it is. Rejects with a `GitError`.
 */
export async function writeCommitSubject(
  repository: Pick<Repository, 'git' | 'objects' | 'head'>,
  commit: string,
  { text, paths }: { readonly text: string; readonly paths: readonly string[] },
): Promise<string> {
  const [titles, rules] = await Promise.all([
    readRecentTitles(repository.git, commit),
    readTitleRules(openCommitSnapshot(repository, commit)),
  ]);
  const convention = findTitleConvention(titles, rules && { ...rules, checksTitles: true });
  const { title } = writeTitle(convention, { text, paths, branch: repository.head.branch ?? '', subjects: [] });
  return title.includes(blank) ? text : title;
}
