import type { Nodes, Text } from 'mdast';
import { startLine } from '../grammar/tokenize.js';

/** `@path` in a text, which Claude Code reads as if the file stood there. */
export interface Import {
  /** As it is written, but for what ends a sentence or names a part of the file. */
  readonly path: string;
  readonly line: number;
}

/** The documents that paragraphs and items of lists import, in order; not what stands in code, quotes, tables or struck through. */
export function findImports(root: Nodes): readonly Import[] {
  return textsOf(root).flatMap((text) =>
    [...text.value.matchAll(written)].flatMap((match) => {
      const line = startLine(text) + text.value.slice(0, match.index).split('\n').length - 1;
      const plain = toPlainPath(match[1] as string);
      return plain.length <= longestPath && document.test(plain) ? [{ path: plain, line }] : [];
    }),
  );
}

/** Takes imports out of a tree's words where `isRead` holds for their paths. */
export function removeImports(root: Nodes, isRead: (path: string) => boolean): void {
  for (const text of textsOf(root)) {
    text.value = text.value.replace(written, (whole: string, path: string) =>
      isRead(toPlainPath(path)) ? path.slice(path.search(ending)) : whole,
    );
  }
}

function textsOf(root: Nodes): readonly Text[] {
  const texts: Text[] = [];
  const stack: Nodes[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'text') texts.push(node);
    else if ('children' in node && !opaque.has(node.type)) stack.push(...node.children.toReversed());
  }
  return texts;
}

const opaque: ReadonlySet<string> = new Set(['heading', 'blockquote', 'table', 'footnoteDefinition', 'delete']);

const written = /(?<=^|\s)@((?:[^\s\\@]|\\ )(?:[^\s\\]|\\ )*)/gu;
const ending = /(?<![.,;:!?)\]"'”’»])[.,;:!?)\]"'”’»]*$/u;

function toPlainPath(path: string): string {
  return path.replace(ending, '').replace(/#.*$/u, '').replace(/\\ /gu, ' ');
}

/** Text, by its ending or without one: what else is imported, a manifest or code, is no policy. */
const document = /^[\p{L}\p{N}._~/-](?:.*\/)?(?:[^/.]*|.*\.(?:mdx?|markdown|txt))$/iu;
const longestPath = 1000;
