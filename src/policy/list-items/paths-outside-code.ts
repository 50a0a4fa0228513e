import { findBareGlobs } from '../grammar/split-globs.js';
import type { TextToken } from '../grammar/tokenize.js';

/** The words of a text that are paths though they stand in no backticks. */
export function pathsOutsideCode(tokens: readonly TextToken[]): readonly TextToken[] {
  return findBareGlobs(tokens.filter(({ kind }) => kind === 'text')).filter(({ text }) => barePath.test(text));
}

/** A word that is a path without backticks, and neither "and/or" nor "w/". */
const barePath =
  /^(?!w\/[.,;]?$)(?:[^\s*]{0,200}\*|[^\s/]{1,200}\/[.,;]?$|\.{0,2}\/[^\s/]|[^\s/]{1,200}\/[^\s/]{1,200}\/|[^\s/]{1,200}\/[^\s/.]{1,200}\.\w)/u;
