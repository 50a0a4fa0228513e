import type { Commit } from '../../change/change.js';
import { parseCommit } from '../../change/parse-commit.js';

/** How git reads the file of a commit message. */
export interface MessageSettings {
  /** `core.commentString` or `core.commentChar`; git's own is `#`. `auto`: any that git could choose. */
  readonly comment: string | undefined;
  /** `i18n.commitEncoding`; git's own is UTF-8. */
  readonly encoding: string | undefined;
}

/** What git chooses from for `core.commentChar=auto` (its `builtin/commit.c`). */
const candidates = ['#', ';', '@', '!', '$', '%', '^', '&', '|', ':'];
const scissors = ' ------------------------ >8 ------------------------';
/** A line with scissors begins with a comment's sign, never with more than this. */
const longestComment = 32;

/**
 * The commit that a message file makes, as far as its message goes: what git strips (comments, what is below the scissors) counts
 * for nothing. Works on bytes, in whatever encoding; linear. Throws a `GitError` where the trailers could not all be read.
 */
export function readCommitMessage(
  file: Buffer,
  author: string,
  { comment, encoding }: MessageSettings,
): Omit<Commit, 'oid' | 'files'> {
  const comments =
    comment === 'auto'
      ? candidates
      : [Buffer.from(comment === undefined || comment === '' ? '#' : comment).toString('latin1')];
  const kept: string[] = [];
  for (const line of file.toString('latin1').split('\n')) {
    const plain = line.endsWith('\r') ? line.slice(0, -1) : line;
    if (plain.endsWith(scissors) && plain.length - scissors.length <= longestComment) break;
    if (!comments.some((sign) => line.startsWith(sign))) kept.push(line);
  }
  const header = [`author ${author} <${author}> 0 +0000`, ...(encoding === undefined ? [] : [`encoding ${encoding}`])];
  const oneLine = header.map((each) => each.replace(/[\n\r]/g, ' '));
  return parseCommit(
    Buffer.concat([Buffer.from(`${oneLine.join('\n')}\n\n`), Buffer.from(kept.join('\n'), 'latin1')]),
    'being made',
  );
}
