import type { Node, Program } from '@babel/types';
import { childNodes } from './child-nodes.js';
import type { FileMemory } from './file-memory.js';

/** What goes deeper was not written by people, and what follows it from node to node would not come back. */
const deepest = 1000;

/** The syntax tree of a program, parsed once while it is remembered; `undefined` where it does not parse or is nested too deep. */
export async function readProgram(path: string, text: string, remember: FileMemory): Promise<Program | undefined> {
  const { parseJavaScript } = await import('../../parsers/parse-javascript.js');
  return remember(path, text, 'program', () => {
    const parsed = parseJavaScript(text, path);
    return 'program' in parsed && !isDeeper(parsed.program) ? parsed.program : undefined;
  });
}

function isDeeper(program: Program): boolean {
  let level: readonly Node[] = [program];
  for (let depth = 0; depth < deepest && level.length > 0; depth++) level = level.flatMap(childNodes);
  return level.length > 0;
}
