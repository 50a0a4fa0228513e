import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** A syntax tree with positions (lines and columns from 1), or why there is none, as the end of a sentence that begins with the file's name. */
export type Markdown = { readonly root: Root } | { readonly refused: string };

const processor = unified().use(remarkParse).use(remarkGfm).freeze();

/** Parses GitHub-flavoured Markdown. Throws on no input: a text that would stall or crash the parser is refused. */
export function parseMarkdown(text: string): Markdown {
  const refused = refuseMarkdown(text);
  return refused === undefined ? { root: processor.parse(text) } : { refused };
}

/**
 * Why a Markdown text is not parsed at all, as the end of a sentence that begins with the file's name; `undefined` where
 * it may be. The parser takes time that grows with the square of nesting and of unmatched markers, and deep nesting
 * overflows the stack; this bounds a parse to a few seconds. No text that people write comes close. Takes time in
 * proportion to the text's length.
 */
function refuseMarkdown(text: string): string | undefined {
  if (text.length > longestText) return `is longer than ${longestText} characters`;
  const lines = text.split(/\r\n|\r|\n/u);
  if (lines.length > maxLines) return `has more than ${maxLines} lines`;
  let nesting = 0;
  let blockMarkers = 0;
  let blocks = 0;
  for (const line of lines) {
    if (line.length > longestLine) return `has a line of more than ${longestLine} characters`;
    const lead = leadOf(line);
    const indent = line.length - line.trimStart().length;
    const depth = lead.match(/[-+*>]|\d+[.)]/gu)?.length ?? 0;
    if (indent > deepestIndent || (indent > deepestListIndent && depth > 0) || depth > deepestLine) return tooDeep;
    nesting += depth * depth;
    if (depth > 0 || line.trim() === '' || line.startsWith('|')) {
      blocks += blockMarkers * blockMarkers;
      blockMarkers = 0;
    }
    blockMarkers += line.match(/[*_~[\]`!<&\\|@]/gu)?.length ?? 0;
  }
  if (nesting > maxNesting) return tooDeep;
  if (blocks + blockMarkers * blockMarkers > maxMarkers) return 'has too many Markdown signs in one place';
  return undefined;
}

const tooDeep = 'has lists or quotes nested too deep';

/** Half a megabyte of letters, which takes the parser some seconds. */
const longestText = 524_288;
const maxLines = 5000;
const longestLine = 20_000;
const deepestIndent = 199;
const deepestListIndent = 100;
/** Markers of lists and quotes at the start of one line. */
const deepestLine = 50;
/** The sum over all lines of the markers of lists and quotes at their start, squared. */
const maxNesting = 30_000;
/** The sum over all blocks of the signs in them, squared. */
const maxMarkers = 10_000_000;

/** The markers of lists and quotes that a line begins with. */
function leadOf(line: string): string {
  const rest = line.replace(/^(?:[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))*/u, '');
  return line.slice(0, line.length - rest.length);
}
