import type { Program } from '@babel/types';
import type { FileMemory } from './file-memory.js';

/** The syntax tree of a program, parsed once while it is remembered; `undefined` where it does not parse. */
export async function readProgram(path: string, text: string, remember: FileMemory): Promise<Program | undefined> {
  const { parseJavaScript } = await import('../../parsers/parse-javascript.js');
  return remember(path, text, 'program', () => {
    const parsed = parseJavaScript(text, path);
    return 'program' in parsed ? parsed.program : undefined;
  });
}
