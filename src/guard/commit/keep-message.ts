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
  const kept = linesAboveScissors(file).filter((line) => !comments.some((sign) => line.startsWith(sign)));
  return Buffer.from(kept.join('\n'), 'latin1');
}

/** What git may keep of a message's file, comments too: `commit.cleanup` and `--cleanup` say whether, and no hook hears of the second. */
export function aboveScissors(file: Buffer): Buffer {
  return Buffer.from(linesAboveScissors(file).join('\n'), 'latin1');
}

function linesAboveScissors(file: Buffer): readonly string[] {
  const lines = file.toString('latin1').split('\n');
  const end = lines.findIndex((line) => {
    const plain = line.endsWith('\r') ? line.slice(0, -1) : line;
    return plain.endsWith(scissors) && plain.length - scissors.length <= longestComment;
  });
  return end < 0 ? lines : lines.slice(0, end);
}
