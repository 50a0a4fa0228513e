import type { Node } from '@babel/types';
import { childNodes } from './child-nodes.js';
import { rangeOf } from './range-of.js';

/** Do two versions of a program differ in comments, blanks and types alone, which nobody meets who uses it? */
export async function isSameToUsers(path: string, before: string, after: string): Promise<boolean> {
  const [old, now] = [await stripIdle(path, before), await stripIdle(path, after)];
  return old !== undefined && old === now;
}

async function stripIdle(path: string, text: string): Promise<string | undefined> {
  const { parseJavaScript } = await import('../../parsers/parse-javascript.js');
  const parsed = parseJavaScript(text, path);
  if (!('program' in parsed)) return undefined;
  // Some comments steer a tool.
  const idle = parsed.comments.flatMap(({ value, start, end }) =>
    /[@#]|webpack|vite/i.test(value) ? [] : [[start, end] as const],
  );
  const open: Node[] = [parsed.program];
  for (let node = open.pop(); node; node = open.pop()) {
    if (isType(node)) idle.push(rangeOf(node));
    else for (const child of childNodes(node)) open.push(child);
  }
  let left = '';
  let at = 0;
  for (const [start, end] of idle.toSorted(([one], [other]) => one - other)) {
    // Comments are in types too.
    if (start < at) continue;
    left += text.slice(at, start).trimEnd();
    at = end;
  }
  return (left + text.slice(at)).trim();
}

function isType(node: Node): boolean {
  if (node.type === 'ExportNamedDeclaration') return node.declaration ? isType(node.declaration) : false;
  return node.type === 'TSTypeAliasDeclaration' || node.type === 'TSInterfaceDeclaration';
}
