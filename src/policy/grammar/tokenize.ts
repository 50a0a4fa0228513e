import type { Nodes } from 'mdast';

/** A token of running text: words, or inline code. `struck` where it is struck through. Lines count from 1. */
export interface TextToken {
  readonly kind: 'text' | 'code';
  readonly text: string;
  readonly line: number;
  readonly struck: boolean;
  readonly bold: boolean;
  /** Struck through, HTML, an image or a reference to a footnote: what a reader sees may not be what is written. */
  readonly odd: boolean;
}

/** Words of plain looks. */
export function plainToken(text: string, line: number): TextToken {
  return { kind: 'text', text, line, struck: false, bold: false, odd: false };
}

/**
 * What a reader sees of a Markdown node, in order, with line breaks as "\n" and blocks parted by one. HTML comments are
 * left out; other HTML stands as it is written, since it may hide or strike what it encloses. Nodes for which `skip` holds are left out.
 * Walks with a stack of its own, so that nesting costs no depth.
 */
export function tokenize(root: Nodes, skip: (node: Nodes) => boolean = () => false): readonly TextToken[] {
  const tokens: TextToken[] = [];
  const stack: { readonly node: Nodes; readonly struck: boolean; readonly bold: boolean }[] = [
    { node: root, struck: false, bold: false },
  ];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { node } = top;
    if (skip(node)) continue;
    const struck = top.struck || node.type === 'delete';
    const bold = top.bold || node.type === 'strong';
    if ('children' in node) {
      for (const child of node.children.toReversed()) stack.push({ node: child, struck, bold });
    }
    const text = ownText(node);
    if (text === '') continue;
    const kind = node.type === 'inlineCode' ? 'code' : 'text';
    tokens.push({
      kind,
      text,
      line: startLine(node),
      struck,
      bold,
      odd: struck || (oddNodes.has(node.type) && text !== '\n'),
    });
  }
  return tokens;
}

const oddNodes: ReadonlySet<string> = new Set(['html', 'image', 'imageReference', 'footnoteReference', 'code']);

/** A node's first line, from 1. */
export function startLine(node: Nodes): number {
  return node.position?.start.line ?? 1;
}

/** The line of the first words, from 1. */
export function firstTokenLine(tokens: readonly TextToken[]): number {
  for (const { text, line } of tokens) if (text.trim() !== '') return line;
  return 1;
}

/** The tokens as one line of text, code in backticks. */
export function toSourceText(tokens: readonly TextToken[]): string {
  return oneLine(tokens.map(({ kind, text }) => (kind === 'code' ? `\`${text}\`` : text)).join(''));
}

/** The tokens as one line of plain words. */
export function toPlainText(tokens: readonly TextToken[]): string {
  return oneLine(tokens.map(({ text }) => text).join(''));
}

/**
 * Text for comparing words: without invisible characters, one kind of apostrophe, dash and space, lower case. Someone
 * who writes "can’t" or "can\u00adnot" means what everyone else means.
 */
export function normalizeWords(text: string): string {
  return oneLine(
    text
      // Before the normal form, which would take "´" apart.
      .replace(/[‘’‛ʼ´`′＇]/gu, "'")
      .normalize('NFKC')
      .replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, '')
      .replace(/[\u2010-\u2015\u2212]/gu, '-')
      .toLowerCase(),
  );
}

/** The tokens of each line of the text; a token that runs over several lines is cut. */
export function splitTokenLines(tokens: readonly TextToken[]): readonly (readonly TextToken[])[] {
  const lines: TextToken[][] = [[]];
  for (const token of tokens) {
    const parts = token.kind === 'code' ? [token.text] : token.text.split('\n');
    for (const [index, text] of parts.entries()) {
      if (index > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ ...token, text, line: token.line + index });
    }
  }
  return lines.filter((line) => line.some(({ text }) => text.trim() !== ''));
}

/** The beginning of a text, long enough to find it by. */
export function toExcerpt(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function ownText(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value;
    case 'code':
      return `\n${node.value}\n`;
    case 'html':
      return withoutComments(node.value).replace(/<br\s*\/?>/giu, '\n');
    case 'image':
    case 'imageReference':
      return node.alt ?? '';
    case 'footnoteReference':
      return `[^${node.identifier}]`;
    case 'break':
      return '\n';
    case 'paragraph':
    case 'heading':
    case 'listItem':
    case 'tableCell':
      return '\n';
    default:
      return '';
  }
}

function withoutComments(html: string): string {
  return html.replace(/<!--[\s\S]*?(?:-->|$)/gu, '').trim();
}
