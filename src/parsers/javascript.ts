import { parse, type ParserPlugin } from '@babel/parser';
import type { Program } from '@babel/types';

/** A syntax tree, or the place (line and column from 1) where the text stops being code. Lines end at a line feed, as git's do. */
export type JavaScript =
  | { readonly program: Program }
  | { readonly problem: { readonly message: string; readonly line: number; readonly column: number } };

/** Longer texts are not parsed; no source that someone wrote by hand has as many UTF-16 units. */
const longestSource = 1_000_000;

/**
 * Parses JavaScript or TypeScript, told apart by the path's ending. The offsets of nodes (`start`, `end`) count UTF-16 units of
 * `text` from 0. Throws on no input: what is too long or nested too deeply is a problem.
 */
export function parseJavaScript(text: string, path: string): JavaScript {
  if (text.length > longestSource) return { problem: { message: 'it is too long to be checked', line: 1, column: 1 } };
  try {
    const { program } = parse(text, {
      sourceType: 'unambiguous',
      errorRecovery: false,
      attachComment: false,
      allowReturnOutsideFunction: false,
      plugins: pluginsFor(path.toLowerCase()),
    });
    return { program };
  } catch (error) {
    if (error instanceof RangeError)
      return { problem: { message: 'it is nested too deeply to be checked', line: 1, column: 1 } };
    const { message, loc } = error as Error & { readonly loc?: { readonly index: number } };
    const before = text.slice(0, loc?.index ?? 0).replace(/^\uFEFF/, '');
    return {
      problem: {
        message: `of a syntax error: ${message.replace(/\s*\(\d+:\d+\)$/, '')}`,
        line: before.split('\n').length,
        column: before.length - before.lastIndexOf('\n'),
      },
    };
  }
}

function pluginsFor(path: string): ParserPlugin[] {
  if (/\.d\.[mc]?ts$/.test(path)) return [['typescript', { dts: true }]];
  if (/\.[mc]?ts$/.test(path)) return ['typescript', 'decorators'];
  if (path.endsWith('.tsx')) return ['typescript', 'jsx', 'decorators'];
  return ['jsx', 'decorators'];
}
