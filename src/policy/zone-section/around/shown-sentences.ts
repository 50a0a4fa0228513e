import type { Code, Html } from 'mdast';
import { startLine, type TextToken } from '../../grammar/tokenize.js';
import { isForTool } from '../read-aside.js';
import { sentencesIn } from './sentences-in.js';

/**
 * The sentences that a block of code or HTML shows or hides: of HTML what stands between its tags and in its comments, but for those of tools; of code its
 * lines, where it is a text and no program.
 */
export function shownSentences(block: Code | Html): readonly (readonly TextToken[])[] {
  const parts = block.type === 'code' ? partsOfCode(block) : partsOfHtml(block.value);
  return parts.flatMap((part) => sentencesIn(part, startLine(block)));
}

/** Paragraphs; a program's own words say nothing of who may change it. */
function partsOfCode({ lang, value }: Code): readonly string[] {
  return ofText.test(lang ?? '') ? value.split(/\n[ \t]*\n/u) : [];
}

const ofText = /^(?:|te?xt|text\/plain|plain(?:text)?|md|mdx|markdown|none|console|note|ya?ml)$/iu;

function partsOfHtml(html: string): readonly string[] {
  const [comments, shown] = splitComments(html);
  const plain = shown
    .replace(/<\/?code(?:\s[^<>]*)?>/giu, '`')
    .replace(
      /<\/?(?:p|li|ul|ol|tr|div|details|summary|blockquote|h[1-6]|table|section|aside)(?:\s[^<>]*)?\/?>/giu,
      '\0',
    )
    .replace(/<[^<>]*>/gu, ' ');
  return [...comments.filter((each) => !isForTool(each)), ...plain.split('\0')].map((each) =>
    each.replace(/\s+/gu, ' '),
  );
}

/** What stands in the comments of HTML, and the rest. */
function splitComments(html: string): readonly [comments: readonly string[], rest: string] {
  const [first = '', ...more] = html.split('<!--');
  const parts = more.map((part) => {
    const end = part.indexOf('-->');
    return end < 0 ? ([part, ''] as const) : ([part.slice(0, end), part.slice(end + 3)] as const);
  });
  return [parts.map(([comment]) => comment), [first, ...parts.map(([, rest]) => rest)].join(' ')];
}
