import type { PhrasingContent, RootContent } from 'mdast';
import { plainText } from '../../parsers/plain-text.js';
import { withoutPlaceholders } from '../placeholder.js';
import type { PlanField } from '../planning-doc.js';

/** A label line with the inline code that its value holds. */
export interface PlanFieldWithCode extends PlanField {
  readonly code: readonly string[];
  /** As it is written, with what stands in brackets. */
  readonly written: string;
}

/** More than a real doc has; fields beyond it are ignored. */
const mostFields = 200;

/**
 * The label lines (`**Label:** value`) of what precedes a doc's first section: in paragraphs, list items and the rows of a
 * table. Lists in lists, quotes and code are prose and hold none.
 */
export function readPlanFields(front: readonly RootContent[]): PlanFieldWithCode[] {
  const fields: PlanFieldWithCode[] = [];
  for (const node of front) {
    for (const [line, content] of contentLines(withoutStruck(node))) {
      if (fields.length === mostFields) return fields;
      const field = readField(line, content);
      if (field !== undefined) fields.push(field);
    }
  }
  return fields;
}

/** What is struck through is no longer said. */
function withoutStruck<Node extends RootContent>(node: Node): Node {
  if (!('children' in node)) return node;
  const children = node.children.filter(({ type }) => type !== 'delete').map((child) => withoutStruck(child));
  return { ...node, children };
}

type Line = readonly [line: number, content: readonly PhrasingContent[]];

function contentLines(node: RootContent): Line[] {
  if (node.type === 'paragraph') return splitLines(node.children);
  if (node.type === 'list') {
    return node.children.flatMap((item) =>
      item.children.flatMap((child) => (child.type === 'paragraph' ? splitLines(child.children) : [])),
    );
  }
  if (node.type !== 'table') return [];
  return node.children.flatMap((row): Line[] => {
    const [label, value] = row.children;
    if (label === undefined || value === undefined) return [];
    const colon = plainText(label.children).trim().endsWith(':') ? '' : ': ';
    return [[row.position?.start.line ?? 1, [...label.children, { type: 'text', value: colon }, ...value.children]]];
  });
}

/** Inline content line by line: hard breaks and the soft ones inside texts both end a line. */
function splitLines(nodes: readonly PhrasingContent[]): Line[] {
  const lines: [number, PhrasingContent[]][] = [];
  let current: PhrasingContent[] | undefined;
  for (const node of nodes) {
    const start = node.position?.start.line ?? 1;
    if (node.type === 'break') {
      current = undefined;
      continue;
    }
    for (const [index, value] of (node.type === 'text' ? node.value.split(/\r\n|\r|\n/) : ['']).entries()) {
      if (index > 0) current = undefined;
      if (current === undefined) lines.push([start + index, (current = [])]);
      current.push(node.type === 'text' ? { type: 'text', value } : node);
    }
  }
  return lines;
}

function readField(line: number, content: readonly PhrasingContent[]): PlanFieldWithCode | undefined {
  const found = /^\s*(\p{L}[^:\n]{0,39}?)\s*:(?!\/\/)\s*([^]*)$/u.exec(plainText(content));
  if (found === null) return undefined;
  const [, label = '', value = ''] = found;
  const code = content.flatMap((node) => (node.type === 'inlineCode' ? [node.value] : []));
  return { label, value: withoutPlaceholders(value).trim(), line, code, written: value };
}
