import assert from 'node:assert/strict';

import { parseJavaScript } from '../../../src/parsers/parse-javascript.js';
import { comparePrograms } from '../../../src/review/additions/compare-programs.js';
import { children, type SyntaxNode } from '../../../src/review/additions/syntax-tree.js';

/** A text as a tree; fails where it is not code. */
export function programOf(text: string): SyntaxNode {
  const read = parseJavaScript(text, 'events.ts');
  return 'problem' in read ? assert.fail(`${text}: ${read.problem.message}`) : (read.program as unknown as SyntaxNode);
}

/** The first statement of a text. */
export function statementOf(text: string): SyntaxNode {
  return children(programOf(text), 'body')[0] ?? assert.fail('no statement');
}

/** What is more than an addition: the message up to its first comma or full stop, and the text from where it points on. */
export function breachesOf(before: string, after: string): readonly (readonly [message: string, at: string])[] {
  return comparePrograms(programOf(before), programOf(after)).map(({ message, at }) => [
    message.replace(/(?:[,.] | and (?:does|may|only)).*$/s, ''),
    after.slice(at),
  ]);
}
