import type { Mend, SectionProblem, ZoneRule } from '../policy.js';
import { compileZoneGlob } from '../globs/zone-glob.js';
import { describeDoubtfulRefusal } from '../grammar/refusals/doubtful-refusal.js';
import { findForbidding } from '../grammar/refusals/forbidding-words.js';
import type { Phrase } from '../grammar/phrase.js';
import { looksLikePath, splitGlobs } from '../grammar/split-globs.js';
import { toExcerpt, type TextToken } from '../grammar/tokenize.js';
import { pathsOutsideCode } from './paths-outside-code.js';

/** What one item of a list, or another text that names paths, says. */
export interface ListItemReading {
  readonly rules: readonly ZoneRule[];
  readonly problems: readonly SectionProblem[];
  /** Those of the rules that only take something out of what an item opens. */
  readonly excepted?: readonly ZoneRule[];
}

/** The globs as forbids, those with a problem too: the judge keeps what of them is usable. */
export function createForbids(globs: readonly TextToken[], text: string): ListItemReading {
  return {
    rules: globs.map((glob) => ({ effect: 'forbid', glob: glob.text, line: glob.line, text, conditions: [] })),
    problems: globs.flatMap((glob): readonly SectionProblem[] => {
      const { problem } = compileZoneGlob(glob.text, 'forbid');
      if (problem === undefined) return [];
      const message = `\`${toExcerpt(glob.text)}\` cannot be enforced as written: ${problem}. Ask an engineer to write the paths themselves.`;
      return [{ severity: 'error', line: glob.line, message }];
    }),
  };
}

/** The paths that a text names, in backticks or not, as open only together with an engineer. */
export function createPairs(tokens: readonly TextToken[], text: string, yields = false): readonly ZoneRule[] {
  const rest = { line: 0, text, conditions: [], ...(yields ? { yields } : {}) };
  return closable(tokens).map((glob) => ({ effect: 'pair', glob: glob.text, ...rest, line: glob.line }));
}

/** What a text names as open only together with an engineer, whatever else it says. */
export function pairPaths({ tokens, source }: Phrase): ListItemReading {
  return { rules: createPairs(tokens, source, true), problems: [] };
}

/**
 * Closes what a text names that is no known form: locked where a word in it, or over it (`isForbidden`), forbids, else open only together
 * with an engineer. `fault` says why it is no known form, as the end of a sentence; without one there is no problem. `mend` is what would
 * mend it.
 */
export function closePaths(
  phrase: Phrase,
  fault: string | undefined,
  isForbidden = false,
  mend?: Mend,
): ListItemReading {
  const isLocked = isForbidden || refuses(phrase.source);
  const paths = [...(isLocked ? namesAtStart(phrase.tokens) : []), ...closable(phrase.tokens)];
  const rules = isLocked
    ? createForbids(paths, phrase.source).rules
    : createPairs(phrase.tokens, phrase.source, fault === undefined);
  if (paths.length === 0) return { rules, problems: [] };
  const doubt = isLocked && fault === undefined ? describeDoubtfulRefusal(phrase.source) : undefined;
  if (doubt !== undefined)
    return { rules, problems: paths.slice(0, 1).map(({ line }) => ({ severity: 'info', line, message: doubt })) };
  if (fault === undefined) return { rules, problems: [] };
  const what = isLocked ? 'locked' : 'open only together with an engineer';
  const message = `What “${toExcerpt(phrase.source)}” names is ${what}, since ${fault}.`;
  return { rules, problems: [{ severity: 'warning', line: phrase.line, message, ...(mend && { mend }) }] };
}

/** What stands behind the first path in a row with it, and is a path by nothing else: "`Cargo.toml`, `LICENSE` and `Makefile` are locked". */
function namesAtStart(tokens: readonly TextToken[]): readonly TextToken[] {
  const [first, ...more] = splitGlobs(tokens).globs;
  return first !== undefined && namesPath(first) ? more.filter((token) => isOneWord(token) && !namesPath(token)) : [];
}

/** Whether words keep PMs out; a file may be called as what does: `banned_queries.txt`. */
export function refuses(source: string): boolean {
  return findRefusal(source) !== undefined;
}

/** The first words of a text by which they do. */
export function findRefusal(source: string): string | undefined {
  return findForbidding(source.replaceAll(/`[^`\s]*[./*][^`\s]*`/gu, 'x'));
}

/**
 * The paths in a text: inline code that looks like one or begins the text, files by their names, and words outside code with a slash or
 * a star in them.
 */
export function findNamedPaths(tokens: readonly TextToken[]): readonly TextToken[] {
  const first = tokens.find(({ text }) => text.trim() !== '');
  const code = tokens.filter((token) => namesPath(token) || (token === first && isOneWord(token)));
  return [...code, ...pathsOutsideCode(tokens)].filter(isNoAddress);
}

function isNoAddress({ text }: TextToken): boolean {
  return !/^\w+:\/\//u.test(text);
}

/** Whether a token is inline code that looks like a path or a file's name. */
export function namesPath(token: TextToken): boolean {
  return token.kind === 'code' && (looksLikePath(token) || isFileName(token.text));
}

function isOneWord({ kind, text }: TextToken): boolean {
  return kind === 'code' && /^[^\s!]+$/u.test(text);
}

function isFileName(text: string): boolean {
  return /^[\w@.-]*\w\.[a-z]\w{0,9}$/iu.test(text.trim());
}

/** The named paths but those that nobody means to close by a mention. */
function closable(tokens: readonly TextToken[]): readonly TextToken[] {
  return findNamedPaths(tokens).filter(({ text }) => !documents.has(text.trim()));
}

/** Whoever mentions these speaks of the document, and closes nothing. */
const documents: ReadonlySet<string> = new Set(['PLANNING.md', 'CLAUDE.md', 'AGENTS.md', 'SKILL.md', 'CODEOWNERS']);
