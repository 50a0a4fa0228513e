import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const processor = unified().use(remarkParse).use(remarkGfm).freeze();

/** GitHub-flavoured Markdown as a syntax tree with positions (lines and columns from 1). Throws on no input. */
export function parseMarkdown(text: string): Root {
  return processor.parse(text);
}
