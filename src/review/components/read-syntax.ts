import type { SyntaxNode } from '../additions/syntax-tree.js';
import { createFileMemory } from '../gates/file-memory.js';
import { readProgram } from '../gates/read-program.js';

/** The syntax tree of a program of JavaScript or TypeScript, read by the names of its fields; `undefined` of any other file, and where it does not parse. */
export async function readSyntax(path: string, text: string): Promise<SyntaxNode | undefined> {
  if (!/\.[cm]?[jt]sx?$/iu.test(path)) return undefined;
  return (await readProgram(path, text, createFileMemory())) as unknown as SyntaxNode | undefined;
}
