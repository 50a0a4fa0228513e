import { closingTags } from './closing-tags.js';
import { readFences } from './read-fences.js';

/** What has to stand behind a Markdown text so that nothing in it swallows what comes next: the ends of a comment, of code, of elements, each on a line. */
export function closeOpen(markdown: string): string {
  const fences = readFences();
  let inComment = false;
  for (const line of markdown.split(/\r\n|\r|\n/)) {
    if (!inComment && fences.isCode(line)) continue;
    // Within a line of words one that never ends is no comment.
    const begin: number | undefined = inComment ? 0 : /^ {0,3}<!--/.exec(line)?.[0].length;
    if (begin !== undefined) inComment = line.lastIndexOf('-->') < Math.max(begin, line.lastIndexOf('<!--'));
  }
  const end = inComment ? '-->' : fences.end();
  return (end === undefined ? '' : `${end}\n`) + closingTags(markdown);
}
