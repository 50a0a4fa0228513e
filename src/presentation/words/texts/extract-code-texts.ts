import type { JSXAttribute, JSXElement, JSXFragment, Node, Program } from '@babel/types';
import { readsLikeWords } from '../../../text/reads-like-words.js';
import type { FoundText } from '../product-text.js';
import { createTextFinder } from './create-text-finder.js';

/** What the screen shows of a program: texts in its JSX, with braces for what the app fills in, and literals that read like words. */
export function extractCodeTexts(source: string, program: Program): readonly FoundText[] {
  const find = createTextFinder(source);
  const found: FoundText[] = [];
  const add = (start: number, end: number, text: string): number => found.push(...find(start, end, text));
  const open: Node[] = [program];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const { start, end } = node as Placed;
    switch (node.type) {
      case 'StringLiteral':
        if (readsLikeWords(node.value)) add(start + 1, end - 1, node.value);
        continue;
      case 'TemplateLiteral': {
        const text = node.quasis.map(({ value }) => value.cooked ?? value.raw).join('{…}');
        if (readsLikeWords(text)) add(start + 1, end - 1, text);
        break;
      }
      case 'JSXText':
        add(...textExtent(source, start, end), node.value.replace(/\s+/gu, ' '));
        continue;
      case 'JSXElement':
      case 'JSXFragment':
        if (node.children.some((child) => child.type === 'JSXText' && child.value.trim() !== '')) {
          const inside = readInside(node, 0);
          const [first, last] = [node.children[0], node.children.at(-1)] as unknown as [Placed, Placed];
          if (inside !== undefined) {
            add(...textExtent(source, first.start, last.end), inside);
            // The texts are taken; what stands in attributes and braces is not.
            open.push(...withoutTexts(node));
            continue;
          }
        }
        break;
      case 'JSXAttribute':
        if (silent.test(attributeName(node.name))) continue;
        break;
      case 'ImportDeclaration':
      case 'ExportAllDeclaration':
      case 'TSLiteralType':
      case 'Directive':
        continue;
      default:
    }
    open.push(...childrenOf(node));
  }
  // Nodes are taken from the end of the list.
  return found.sort((one, other) => one.at.line - other.at.line || one.at.column - other.at.column);
}

/** What the parser made of a text has its place. */
interface Placed {
  readonly start: number;
  readonly end: number;
}

/** Attributes that no one reads. */
const silent =
  /^(?:class|className|style|id|key|href|src|type|name|rel|role|d|viewBox|fill|stroke|htmlFor|to|as|data-.*)$/;

function attributeName(name: JSXAttribute['name']): string {
  return name.type === 'JSXNamespacedName' ? name.name.name : name.name;
}

/** Without the white space around it. */
function textExtent(source: string, start: number, end: number): [number, number] {
  const text = source.slice(start, end);
  return [start + text.length - text.trimStart().length, end - (text.length - text.trimEnd().length)];
}

const deepest = 20;

/** The text of an element with what is nested in it; `undefined` where it is nested deeper than texts are. */
function readInside({ children }: JSXElement | JSXFragment, depth: number): string | undefined {
  if (depth > deepest) return undefined;
  let text = '';
  for (const child of children) {
    switch (child.type) {
      case 'JSXText':
        text += child.value.replace(/\s+/gu, ' ');
        break;
      case 'JSXElement':
      case 'JSXFragment': {
        const inside = readInside(child, depth + 1);
        if (inside === undefined) return undefined;
        text += inside;
        break;
      }
      case 'JSXExpressionContainer':
      case 'JSXSpreadChild': {
        const { expression } = child;
        if (expression.type === 'StringLiteral') text += expression.value;
        else if (expression.type !== 'JSXEmptyExpression') text += '{…}';
      }
    }
  }
  return text;
}

/** The attributes and braces of an element and of all that is nested in it. */
function withoutTexts(element: JSXElement | JSXFragment): readonly Node[] {
  return [
    ...(element.type === 'JSXElement' ? element.openingElement.attributes : []),
    ...element.children.flatMap((child): readonly Node[] => {
      if (child.type === 'JSXText') return [];
      return child.type === 'JSXElement' || child.type === 'JSXFragment' ? withoutTexts(child) : [child];
    }),
  ];
}

function childrenOf(node: Node): Node[] {
  return Object.entries(node).flatMap(([name, value]: [string, unknown]) => {
    // Where a key is written out it is a name, not a text.
    if (name === 'loc' || name === 'extra' || (name === 'key' && node.type !== 'ClassPrivateProperty')) return [];
    return (Array.isArray(value) ? (value as unknown[]) : [value]).filter(isNode);
  });
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
