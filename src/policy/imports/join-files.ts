import type { Heading, Nodes, Root, RootContent } from 'mdast';
import { forbids } from '../grammar/refusals/forbidding-words.js';
import { startLine, tokenize, toSourceText } from '../grammar/tokenize.js';
import { endOfFrontMatter } from '../zone-section/front-matter.js';
import type { ZoneText } from '../zone-section/read-zone.js';
import { findImports, removeImports, type Import } from './find-imports.js';
import { resolveImport } from './resolve-import.js';

/** A policy file, or one that it imports, with its own tree. */
export interface ParsedFile {
  readonly path: string;
  readonly text: string;
  readonly root: Root;
}

/**
 * A policy file with what it imports as one (design §3). Each file is parsed by itself, so that no open fence or footnote of one reaches
 * into another, and has lines of its own: the policy file's come first, as they are. What is imported stands behind the block
 * that imports it, its headings below those in force there, and they end with it. Changes the trees.
 */
export function joinFiles(main: ParsedFile, imported: ReadonlyMap<string, ParsedFile>): ZoneText & { root: Root } {
  const lines: string[] = [];
  const parts: { path: string; from: number }[] = [];
  const unread: (Import & { isLoop?: true })[] = [];
  /** The files that are being read, from the policy file down. */
  const open = [main.path];
  const done = new Set([main.path]);

  function splice({ path, text, root }: ParsedFile, over: Heading | undefined): RootContent[] {
    const from = lines.length;
    parts.push({ path, from });
    lines.push(...text.split(/\r\n|\r|\n/u), '');
    shift(root, from, parts.length);
    const start = from + (from === 0 ? 0 : endOfFrontMatter(text));
    let heading = over;
    let lead = '';
    return root.children.flatMap((block): RootContent[] => {
      if (from > 0 && startLine(block) <= start) return [];
      if (block.type === 'heading') {
        block.depth = ((over?.depth ?? 0) + block.depth) as Heading['depth'];
        heading = block;
      }
      const imports = findImports(block);
      const source = toSourceText(tokenize(block));
      if (block.type === 'paragraph' || block.type === 'heading') lead = source;
      // An item without a path is an error of its own in a list that forbids.
      const isKept = imports.length === 0 || (block.type === 'list' && forbids(`${lead} ${source}`));
      if (!isKept) removeImports(block, (each) => isRead(path, each));
      return [
        ...(isKept ? [block] : withoutEmpty(block)),
        ...imports.flatMap((each) => importAt(path, each, heading, block)),
      ];
    });
  }

  function isRead(from: string, written: string): boolean {
    const path = resolveImport(from, written) ?? '';
    return path === main.path || imported.has(path);
  }

  function importAt(
    from: string,
    each: Import,
    heading: Heading | undefined,
    { position }: RootContent,
  ): readonly RootContent[] {
    const path = resolveImport(from, each.path) ?? '';
    const file = imported.get(path);
    if (open.includes(path)) unread.push({ ...each, isLoop: true });
    if (done.has(path)) return [];
    if (file === undefined) {
      unread.push(each);
      return [];
    }
    done.add(path);
    open.push(path);
    const blocks = splice(file, heading);
    open.pop();
    // The heading above holds again, but nothing that follows is the first under it.
    const end: RootContent = { type: 'thematicBreak', position };
    const again: Heading = heading ?? { type: 'heading', depth: 1, children: [], position };
    return blocks.some(({ type }) => type === 'heading') ? [...blocks, again, end] : [...blocks, end];
  }

  const children = splice(main, undefined);
  return { path: main.path, text: lines.join('\n'), root: { type: 'root', children }, parts, unread };
}

/** A paragraph or list, but for what has no words any more. */
function withoutEmpty(block: RootContent): readonly RootContent[] {
  if (block.type === 'list') block.children = block.children.filter(hasWords);
  return hasWords(block) ? [block] : [];
}

function hasWords(node: Nodes): boolean {
  return /[^\s.,;:]/u.test(toSourceText(tokenize(node)));
}

/** Moves a tree to its lines in the joined text; its footnotes are its own. */
function shift(root: Root, lines: number, file: number): void {
  const stack: Nodes[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.position !== undefined) {
      node.position.start.line += lines;
      node.position.end.line += lines;
    }
    if (lines > 0 && (node.type === 'footnoteReference' || node.type === 'footnoteDefinition'))
      node.identifier = `${file}-${node.identifier}`;
    if ('children' in node) stack.push(...node.children);
  }
}
