import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

import { refuseMarkdown } from './refuse-markdown.js';

/** A syntax tree with positions (lines and columns from 1), or why there is none, as the end of a sentence that begins with the file's name. */
export type Markdown = { readonly root: Root } | { readonly refused: string };

const processor = unified().use(remarkParse).use(remarkGfm).freeze();

/** Parses GitHub-flavoured Markdown. Throws on no input: a text that would keep the parser busy or end in a crash is refused. */
export function parseMarkdown(text: string): Markdown {
  const refused = refuseMarkdown(text);
  return refused === undefined ? { root: processor.parse(text) } : { refused };
}
