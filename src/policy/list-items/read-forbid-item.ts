import { findBareGlobs, findException, looksLikePath, isPreamble, splitGlobs } from './split-globs.js';
import type { SectionProblem, ZoneRule } from '../policy.js';
import { compileZoneGlob } from '../globs/zone-glob.js';
import { toExcerpt, firstTokenLine, normalizeWords, toSourceText, type TextToken } from '../zone-section/tokenize.js';

/** What one list item says. */
export interface ListItemReading {
  readonly rules: readonly ZoneRule[];
  readonly problems: readonly SectionProblem[];
}

/** Reads an item of a list that forbids: its globs, and every other inline code that looks like a path. */
export function readForbidItem(tokens: readonly TextToken[]): ListItemReading {
  if (isOutsideSentence(tokens)) return { rules: [], problems: [] };
  const line = firstTokenLine(tokens);
  const text = toSourceText(tokens);
  const { globs, rest } = splitGlobs(tokens);
  const others = rest.filter(looksLikePath);
  const reading = createForbids([...globs, ...others], text);
  const problems = [...reading.problems];
  if (globs.length === 0 && !(others.length > 0 && isPreamble(rest))) {
    const message = `Nothing enforces "${toExcerpt(text)}", since it does not begin with a path in backticks. Ask engineering to write it as a glob like \`**/auth/**\`.`;
    problems.push({ severity: 'error', line, message });
  }
  if (tokens.some(({ struck }) => struck)) {
    const message = `"${toExcerpt(text)}" is struck through but still counts. Delete the line if PMs may touch this.`;
    problems.push({ severity: 'warning', line, message });
  }
  if (findException(rest) !== undefined) {
    const message = `The exception in "${toExcerpt(text)}" opens nothing: what is forbidden stays locked. List what PMs can touch separately.`;
    problems.push({ severity: 'warning', line, message });
  }
  // Without backticks the globs are still guessed, so that at least they lock.
  const guessed = globs.length + others.length === 0 ? createForbids(findBareGlobs(tokens), text).rules : [];
  return { rules: [...reading.rules, ...guessed], problems };
}

/** Whether the item is Appendix A's sentence on files outside the feature folder, which row 8 of §4 already says. */
export function isOutsideSentence(tokens: readonly TextToken[]): boolean {
  const words = normalizeWords(toSourceText(tokens));
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
export function createForbids(globs: readonly TextToken[], text: string): ListItemReading {
  return {
    rules: globs.map((glob) => ({ effect: 'forbid', glob: glob.text, line: glob.line, text, conditions: [] })),
    problems: globs.flatMap((glob): readonly SectionProblem[] => {
      const { problem } = compileZoneGlob(glob.text, 'forbid');
      if (problem === undefined) return [];
      const message = `\`${toExcerpt(glob.text)}\` cannot be enforced as written: ${problem}. Ask engineering to fix it.`;
      return [{ severity: 'error', line: glob.line, message }];
    }),
  };
}
