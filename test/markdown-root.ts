import assert from 'node:assert/strict';
import type { Root } from 'mdast';

import { parseMarkdown } from '../src/parsers/parse-markdown.js';

/** The tree of a text that is not refused. */
export function markdownRoot(text: string): Root {
  const markdown = parseMarkdown(text);
  assert.ok('root' in markdown);
  return markdown.root;
}
