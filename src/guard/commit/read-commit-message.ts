import type { Commit } from '../../change/change.js';
import { parseCommit } from '../../change/parse-commit.js';

export interface MessageAuthor {
  readonly name: string;
  readonly email: string;
}

/**
 * The commit that a message makes, as far as its message goes; `kept` is what git keeps of its file. Linear. Throws a `GitError`
 * where the trailers could not all be read.
 */
export function readCommitMessage(
  kept: Buffer,
  { name, email }: MessageAuthor,
  encoding: string | undefined,
): Omit<Commit, 'oid' | 'files'> {
  const header = [`author ${name} <${email}> 0 +0000`, ...(encoding === undefined ? [] : [`encoding ${encoding}`])];
  const oneLine = header.map((each) => each.replace(/[\n\r]/g, ' '));
  return parseCommit(Buffer.concat([Buffer.from(`${oneLine.join('\n')}\n\n`), kept]), 'being made');
}
