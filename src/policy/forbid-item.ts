import { exceptionIn } from './item-exception.js';
import { bareGlobs, isPath, isPreamble, splitGlobs } from './item-globs.js';
import type { ItemReading } from './item-reading.js';
import { compileZoneGlob } from './zone-glob.js';
import { excerptOf, firstLine, plainWords, sourceOf, type Piece } from './zone-text.js';

/** Reads an item of a list that forbids: its globs, and every other inline code that looks like a path. */
export function readForbid(tokens: readonly Piece[]): ItemReading {
  if (isOutsideSentence(tokens)) return { rules: [], problems: [] };
  const line = firstLine(tokens);
  const text = sourceOf(tokens);
  const { globs, rest } = splitGlobs(tokens);
  const others = rest.filter(isPath);
  const reading = forbidAll([...globs, ...others], text);
  const problems = [...reading.problems];
  if (globs.length === 0 && !(others.length > 0 && isPreamble(rest))) {
    problems.push({
      severity: 'error',
      line,
      message: `Nothing enforces "${excerptOf(text)}", since it does not begin with a path in backticks. Ask engineering to write it as a glob like \`**/auth/**\`.`,
    });
  }
  if (tokens.some(({ struck }) => struck)) {
    problems.push({
      severity: 'warning',
      line,
      message: `"${excerptOf(text)}" is struck through but still counts. Delete the line if PMs may touch this.`,
    });
  }
  if (exceptionIn(rest) !== undefined) {
    problems.push({
      severity: 'warning',
      line,
      message: `The exception in "${excerptOf(text)}" opens nothing: what is forbidden stays locked. List what PMs can touch separately.`,
    });
  }
  // Without backticks the globs are still guessed, so that at least they lock.
  const guessed = globs.length + others.length === 0 ? forbidAll(bareGlobs(tokens), text).rules : [];
  return { rules: [...reading.rules, ...guessed], problems };
}

/** Whether the item is Appendix A's sentence on files outside the feature folder, which row 8 of §4 already says. */
export function isOutsideSentence(tokens: readonly Piece[]): boolean {
  const words = plainWords(sourceOf(tokens));
  return (
    !tokens.some(({ kind }) => kind === 'code') &&
    words.length < 300 &&
    /^(?:any|all|every|other|a|files?|anything|everything)\b.*\boutside\b.*\bfeature[ -](?:folder|director)/u.test(
      words,
    ) &&
    /\b(?:without|unless)\b.*\b(?:engineer|engineers|engineering|co-?author\w*|pair\w*)\b/u.test(words)
  );
}

/** The globs as forbids, those with a problem too: the judge keeps what of them is usable. */
export function forbidAll(globs: readonly Piece[], text: string): ItemReading {
  return {
    rules: globs.map((glob) => ({ effect: 'forbid', glob: glob.text, line: glob.line, text, conditions: [] })),
    problems: globs.flatMap((glob) => {
      const { problem } = compileZoneGlob(glob.text, 'forbid');
      if (problem === undefined) return [];
      return [
        {
          severity: 'error' as const,
          line: glob.line,
          message: `\`${excerptOf(glob.text)}\` cannot be enforced as written: ${problem}. Ask engineering to fix it.`,
        },
      ];
    }),
  };
}
