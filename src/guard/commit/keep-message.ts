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

/** What git keeps of a message's file: no comments, and nothing below the scissors. Works on bytes, in whatever encoding; linear. */
export function keepMessage(file: Buffer, { comment }: Pick<MessageSettings, 'comment'>): Buffer {
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
  return Buffer.from(kept.join('\n'), 'latin1');
}
