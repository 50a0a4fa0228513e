import { asksForEngineer } from './forbidding-words.js';
import { forbidsChanging } from './forbids-changing.js';
import type { Phrase } from '../phrase.js';

/**
 * Whether a sentence points at entries of the lists by no name, and may take them back: "The last one only with an engineer.", "These are for Erin
 * alone." Which of them it means no rule can tell.
 */
export function closesEntries({ words, source }: Phrase): boolean {
  const [found] = entries.exec(words) ?? [];
  if (found === undefined) return false;
  return (
    forbidsChanging(source) ||
    (asksForEngineer(source) && !needsNone.test(words)) ||
    restricting.test(words.slice(found.length))
  );
}

const entries =
  /^(?:but |and |except |only |of these,? )*(?:the (?:(?:first|second|third|fourth|fifth|last|next|upper|lower|top|bottom|former|latter)(?: (?:two|three))?(?: (?:one|entry|item|row|line|path|file|folder|glob)s?)?)|(?:these|those)(?: (?:two|three|files|folders|paths))?|both(?: (?:of (?:them|these)|files|folders|paths))?|(?:this|that) one)(?= (?:must|may|can|cannot|should|will|do|does|is|are|was|were|only|stays?|remains?|needs?|requires?|belongs?|wait|waits|goes?|not|in|with|together|until|from|at|on|alone)(?![\p{L}]))/u;

const needsNone = /(?<![\p{L}])no (?:engineer|developer)s?(?![\p{L}])/u;

/** Whose they are, and that they are not open. */
const restricting =
  /(?<![\p{L}])(?:closed|locked|frozen|paused|suspended|on hold|off[ -]limits|draft|belongs? to|waits? for|not (?:open|yet|for (?:pms|you|now|product managers)))(?![\p{L}])|(?<![\p{L}])(?:for|by|with) \p{L}+ (?:alone|only)[.!]?$/u;
