import { parse, type ParserPlugin } from '@babel/parser';
import type { Program } from '@babel/types';

/** What stands between a comment's signs, and the offsets of the whole. */
export interface SourceComment {
  readonly type: 'CommentBlock' | 'CommentLine';
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** A syntax tree, or the place (line and column from 1) where the text stops being code. Lines end at a line feed, as git's do. */
export type JavaScript =
  | { readonly program: Program; readonly comments: readonly SourceComment[] }
  | { readonly problem: { readonly message: string; readonly line: number; readonly column: number } };

/** In UTF-16 units; longer texts are not parsed. No hand-written source is as long. */
const longestSource = 1_000_000;

/** Milliseconds, several times what the longest source takes: by the clock, and then as many of the processor's time. */
const longestTime = 1000;

/**
 * Parses JavaScript or TypeScript, told apart by the path's ending. The offsets of nodes (`start`, `end`) count UTF-16 units of
 * `text` from 0. Throws on no input: what is too long, nested too deeply or takes over two seconds of the processor's time is a problem.
 */
export function parseJavaScript(text: string, path: string): JavaScript {
  if (text.length > longestSource) return { problem: { message: 'it is too long to be checked', line: 1, column: 1 } };
  try {
    const { program, comments } = parse(boundedText(text), {
      sourceType: 'unambiguous',
      errorRecovery: false,
      attachComment: false,
      allowReturnOutsideFunction: false,
      plugins: pluginsFor(path.toLowerCase()),
    });
    return { program, comments: comments as readonly SourceComment[] };
  } catch (error) {
    if (!(error instanceof SyntaxError))
      return { problem: { message: 'it is nested too deeply or too entangled to be checked', line: 1, column: 1 } };
    const { message, loc } = error as SyntaxError & { readonly loc: { readonly index: number } };
    const before = text.slice(0, loc.index).replace(/^\uFEFF/, '');
    return {
      problem: {
        message: `of a syntax error: ${message.replace(/\s*\(\d+:\d+\)$/, '')}`,
        line: before.split('\n').length,
        column: before.length - before.lastIndexOf('\n'),
      },
    };
  }
}

/**
 * `text` for the parser, which is stopped when it has been reading for too long. TypeScript's grammar makes it try things twice
 * (`<T>(…)` may be a function or not), and tries within tries double: a hundred characters could keep it busy for minutes.
 */
function boundedText(text: string): string {
  const end = performance.now() + longestTime;
  // On a busy machine the clock on the wall goes on while nothing is parsed, and what is code must not depend on that. It is the quicker one to ask.
  let late: NodeJS.CpuUsage | undefined;
  let reads = 0;
  const bounded = new String(text);
  Object.defineProperty(bounded, 'charCodeAt', {
    value: (index: number) => {
      if (
        (++reads & 63) === 0 &&
        performance.now() > end &&
        process.cpuUsage((late ??= process.cpuUsage())).user > longestTime * 1000
      )
        throw new RangeError('Out of time');
      return text.charCodeAt(index);
    },
  });
  return bounded as string;
}

function pluginsFor(path: string): ParserPlugin[] {
  if (/\.d\.[mc]?ts$/.test(path)) return [['typescript', { dts: true }]];
  if (/\.[mc]?ts$/.test(path)) return ['typescript', 'decorators'];
  if (path.endsWith('.tsx')) return ['typescript', 'jsx', 'decorators'];
  return ['jsx', 'decorators'];
}
