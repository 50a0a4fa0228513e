import type { SectionProblem, ZoneRule } from '../policy.js';
import { compileZoneGlob } from '../globs/zone-glob.js';
import { forbids } from '../grammar/forbidding-words.js';
import type { Phrase } from '../grammar/phrase.js';
import { findBareGlobs, looksLikePath } from '../grammar/split-globs.js';
import { toExcerpt, type TextToken } from '../grammar/tokenize.js';

/** What one item of a list, or another text that names paths, says. */
export interface ListItemReading {
  readonly rules: readonly ZoneRule[];
  readonly problems: readonly SectionProblem[];
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

/** The paths that a text names, in backticks or not, as open only together with an engineer. */
export function createPairs(tokens: readonly TextToken[], text: string, yields = false): readonly ZoneRule[] {
  const rest = { line: 0, text, conditions: [], ...(yields ? { yields } : {}) };
  return findNamedPaths(tokens).map((glob) => ({ effect: 'pair', glob: glob.text, ...rest, line: glob.line }));
}

/**
 * Closes what a text names that is no known form: locked where a word in it, or over it (`isForbidden`), forbids, else open only together
 * with an engineer. `fault` says why it is no known form, as the end of a sentence; without one there is no problem.
 */
export function closePaths(phrase: Phrase, fault: string | undefined, isForbidden = false): ListItemReading {
  const isLocked = isForbidden || forbids(phrase.source);
  const paths = findNamedPaths(phrase.tokens);
  const rules = isLocked
    ? createForbids(paths, phrase.source).rules
    : createPairs(phrase.tokens, phrase.source, fault === undefined);
  if (fault === undefined || paths.length === 0) return { rules, problems: [] };
  const what = isLocked ? 'locked' : 'open only together with an engineer';
  const message = `What "${toExcerpt(phrase.source)}" names is ${what}, since ${fault}.`;
  return { rules, problems: [{ severity: 'warning', line: phrase.line, message }] };
}

/** The paths in a text: inline code that looks like one, files by their names, and words outside code with a slash or a star in them. */
export function findNamedPaths(tokens: readonly TextToken[]): readonly TextToken[] {
  const code = tokens.filter((token) => token.kind === 'code' && (looksLikePath(token) || isFileName(token.text)));
  const bare = findBareGlobs(tokens.filter(({ kind }) => kind === 'text')).filter(({ text }) => barePath.test(text));
  return [...code, ...bare].filter(({ text }) => !documents.has(text.trim()) && !/^\w+:\/\//u.test(text));
}

/** A word that is a path without backticks, and not "and/or". */
const barePath =
  /^(?:[^\s*]{0,200}\*|[^\s/]{1,200}\/[.,;]?$|\.{0,2}\/[^\s/]|[^\s/]{1,200}\/[^\s/]{1,200}\/|[^\s/]{1,200}\/[^\s/.]{1,200}\.\w)/u;

function isFileName(text: string): boolean {
  return /^[\w@.-]*\w\.[a-z]\w{0,9}$/iu.test(text.trim());
}

/** Whoever mentions these speaks of the document, and closes nothing. */
const documents: ReadonlySet<string> = new Set(['PLANNING.md', 'CLAUDE.md', 'AGENTS.md', 'SKILL.md', 'CODEOWNERS']);
