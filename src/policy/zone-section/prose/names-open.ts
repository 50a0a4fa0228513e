import { normalizeWords, toSourceText, type TextToken } from '../../grammar/tokenize.js';
import { stemsOf } from '../../list-items/stems.js';
import type { ZoneRule } from '../../policy.js';
import { splitCamelCase } from '../../grammar/words/camel-case.js';

/** The matters that the lists open, by the words of their globs, as `namesOpen` takes them. */
export function openMatters(rules: readonly ZoneRule[]): ReadonlySet<string> {
  return new Set(rules.flatMap(({ effect, glob }) => (effect === 'allow' ? namesIn(glob) : [])));
}

/**
 * Whether words that close something without a path name what the lists open: "legal texts", beside `docs/**`. Nothing else would hold what they say.
 */
export function namesOpen(tokens: readonly TextToken[], matters: ReadonlySet<string>): boolean {
  const words = normalizeWords(toSourceText(tokens.filter(({ kind }) => kind === 'text')));
  return ofAll.test(words) || namesIn(words).some((name) => kindOfText.test(name) || matters.has(name));
}

/** The words of a path or a sentence that name a matter, each in the singular. */
function namesIn(text: string): readonly string[] {
  return splitCamelCase(text)
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 2 && stemsOf(word).length > 0)
    .map((word) => word.replace(/(?<=\p{L}{3})s$/u, ''));
}

/** What each change is, or goes through. */
const ofAll =
  /(?<![\p{L}])(?:pull requests?|prs?|approvals?|(?:every|each|all) changes?|open (?:paths?|files?))(?![\p{L}])/u;

/** What of files of any name may be meant. */
const kindOfText =
  /^(?:text|copy|wording|string|label|message|translation|locale|language|doc|documentation|content|prompt|flag)$/u;
