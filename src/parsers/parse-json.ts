import { createScanner, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { dataLimits, tooLargeMessage, tooNestedMessage, createUnreadable } from './data-tree.js';
import type { DataEntry, DataNode, DataReading, DataProblem, DataValue } from './data-tree.js';
import { indexLines } from '../text/index-lines.js';

/**
 * Reads JSON as the standard has it: no comments unless they are asked for, no trailing commas. Duplicate keys are problems with a place, and so is what is
 * larger than `dataLimits`, or the first comment where they are to be `noted`. Throws on no input.
 */
export function parseJson(
  text: string,
  { comments = false }: { readonly comments?: boolean | 'noted' } = {},
): DataReading {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (source.length > dataLimits.characters) {
    return createUnreadable(tooLargeMessage);
  }
  const place = indexLines(source);
  const deep = tooDeep(source);
  if (deep !== undefined) return createUnreadable(tooNestedMessage, place(deep));
  const errors: ParseError[] = [];
  const tree = parseTree(source, errors, {
    disallowComments: comments !== true,
    allowTrailingComma: false,
    allowEmptyContent: true,
  });
  const comment = comments === 'noted' ? errors.find(isComment) : undefined;
  const error = comment === undefined ? errors[0] : errors.find((each) => !isComment(each));
  if (error)
    return createUnreadable(
      `This file is not valid JSON from here on (${plainWords(error)}), so it cannot be read. Fix this place, or take your last edit back.`,
      place(error.offset),
    );
  const problems: DataProblem[] =
    comment === undefined ? [] : [{ message: noComments, at: place(comment.offset), fatal: false }];
  const root = tree && convert(tree, source, place, problems);
  return { root, problems };
}

const noComments =
  'JSON has no comments, and a program may not be able to read a file with one. Take it out, or ask your engineering DRI whether this one reads them.';

function isComment({ error }: ParseError): boolean {
  return printParseErrorCode(error) === 'InvalidCommentToken';
}

/** The offset of the first bracket below the depth limit; the parser recurses, its scanner does not. Brackets in strings do not count. */
function tooDeep(source: string): number | undefined {
  const scanner = createScanner(source, true);
  const open: string[] = [];
  for (scanner.scan(); scanner.getTokenOffset() < source.length; scanner.scan()) {
    const at = scanner.getTokenOffset();
    const sign = source.charAt(at);
    if (sign === '{') open.push('}');
    else if (sign === '[') open.push(']');
    // One that closes something else is an error that the parser goes on from, as deep as before.
    else if (sign === open.at(-1)) open.pop();
    if (open.length > dataLimits.depth) return at;
  }
  return undefined;
}

function convert(node: Node, source: string, place: ReturnType<typeof indexLines>, problems: DataProblem[]): DataNode {
  const at = place(node.offset);
  const children = node.children ?? [];
  if (node.type === 'array')
    return { kind: 'list', at, items: children.map((child) => convert(child, source, place, problems)) };
  if (node.type !== 'object') {
    const value = exact(node, source);
    const text = node.type === 'number' ? written(node, source) : String(node.value);
    return { kind: 'scalar', at, text, value, older: value };
  }
  const entries: DataEntry[] = [];
  const seen = new Set<string>();
  for (const { children: pair } of children) {
    const [name, value] = pair as [Node, Node];
    const key = name.value as string;
    const keyAt = place(name.offset);
    if (seen.has(key)) {
      const message = `“${key}” is there twice, and programs differ in which one they take. Keep one.`;
      problems.push({ message, at: keyAt, fatal: false });
    }
    seen.add(key);
    entries.push({ key, at: keyAt, node: convert(value, source, place, problems), merged: false });
  }
  return { kind: 'map', at, entries, merges: [] };
}

/** A number that this program would round stays the text it was written as, so that it is equal to no other. */
function exact(node: Node, source: string): DataValue {
  const value = node.value as DataValue;
  return typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER ? written(node, source) : value;
}

function written({ offset, length }: Node, source: string): string {
  return source.slice(offset, offset + length);
}

/** `CommaExpected` → `comma expected`. */
function plainWords({ error }: ParseError): string {
  return printParseErrorCode(error)
    .replace(/(?!^)([A-Z])/g, ' $1')
    .toLowerCase();
}
