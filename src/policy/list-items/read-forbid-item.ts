import type { SectionProblem } from '../policy.js';
import { isNeutral } from '../grammar/neutral-prose.js';
import { toPhrase } from '../grammar/phrase.js';
import { isOtherwiseQuestion } from '../grammar/otherwise.js';
import { isContactLine } from '../grammar/remarks/contact-lines.js';
import { findBareGlobs, splitGlobs } from '../grammar/split-globs.js';
import { normalizeWords, toExcerpt, firstTokenLine, toSourceText, type TextToken } from '../grammar/tokenize.js';
import { describeWeakWords, findWeakWords } from '../grammar/words/weak-words.js';
import { createForbids, namesPath, type ListItemReading } from './close-paths.js';
import { restOfFolder } from './rest-of-folder.js';

/**
 * Reads an item of a list that forbids: its leading run of globs, and every other inline code that looks like a path. One that names no
 * path is an error, since nothing would enforce it; `isNote`: it only stands below such a list, and may be a remark.
 */
export function readForbidItem(tokens: readonly TextToken[], isNote = false): ListItemReading {
  if ([isOutsideSentence, isOfRest, isContact].some((says) => says(tokens))) return { rules: [], problems: [] };
  const line = firstTokenLine(tokens);
  const text = toSourceText(tokens);
  const ofRest = restOfFolder(tokens);
  if (ofRest !== undefined) {
    const { rules, problems } = createForbids([ofRest], text);
    return { rules: rules.map((rule) => ({ ...rule, yields: true })), problems };
  }
  const { globs, rest } = splitGlobs(tokens);
  const others = rest.filter(namesPath);
  const reading = createForbids([...globs, ...others], text);
  const problems: SectionProblem[] = [...reading.problems];
  if (globs.length + others.length === 0 && !isNote) {
    const message = `Nothing enforces “${toExcerpt(text)}”, since no path in backticks stands in it. Ask an engineer to write it as a glob like \`**/auth/**\`, or to put it elsewhere if it locks nothing.`;
    problems.push({ severity: 'error', line, message });
  }
  if (tokens.some(({ struck }) => struck)) {
    const message = `“${toExcerpt(text)}” is struck through but still counts. Delete the line if PMs may touch this.`;
    problems.push({ severity: 'warning', line, message });
  }
  if (exceptions.test(normalizeWords(toSourceText(rest)))) {
    const message = `The exception in “${toExcerpt(text)}” opens nothing: no list opens what another one locks. If PMs can touch some of it, ask an engineer to lock only the other files and folders, each by its path.`;
    problems.push({ severity: 'warning', line, message });
  }
  const weak = isNote ? undefined : findWeakWords(toSourceText(tokens.filter(({ kind }) => kind === 'text')));
  if (weak !== undefined) problems.push({ severity: 'info', line, message: describeWeakWords(weak) });
  // Without backticks the globs are still guessed, so that at least they lock.
  const guessed = globs.length + others.length === 0 && !isNote ? createForbids(findBareGlobs(tokens), text).rules : [];
  return { rules: [...reading.rules, ...guessed], problems };
}

/** "Everything else", "all paths not mentioned", and no more: what no list opens is closed in any case. */
function isOfRest(tokens: readonly TextToken[]): boolean {
  const words = normalizeWords(toSourceText(tokens)).replace(/[.!]$/u, '');
  return tokens.every(({ kind, odd }) => kind === 'text' && !odd) && isOtherwiseQuestion(words);
}

/** "2. Contact. Data office, extension 4410.": numbering that Markdown takes for more of the list above, which says whom to ask, and no more. */
function isContact(tokens: readonly TextToken[]): boolean {
  const phrase = toPhrase(tokens);
  return (
    contact.test(phrase.words) &&
    !tokens.some(({ kind }) => kind === 'code') &&
    isNeutral(phrase) &&
    (isContactLine(phrase.source) || atDesk.test(phrase.words))
  );
}

const contact = /^(?:contacts?|questions?)[.:] /u;
const atDesk = /,? (?:extension|ext\.?|phone|room) \d/u;

const exceptions =
  /(?<![\p{L}\p{N}])(?:except(?:ing|ions?)?|excluding|but|other than|apart from|aside from|unless|minus)(?![\p{L}\p{N}])/u;

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
