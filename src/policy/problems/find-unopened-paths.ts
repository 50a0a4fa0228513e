import { joinWords } from '../../text/join-words.js';
import type { PolicyProblem, Zone } from '../policy.js';

/**
 * Paths that stand in the words behind the path of an item as if they were its second one ("and `faq/**`"), and that no rule names: an item opens what
 * stands before its words alone, and its words are conditions. Of paths that a condition speaks about ("only what `a/b` has") nothing is said.
 */
export function findUnopenedPaths({ file: own, rules }: Zone): readonly PolicyProblem[] {
  const named = new Set(rules.map(({ glob }) => glob));
  return rules
    .filter(({ effect }) => effect === 'allow')
    .flatMap(({ conditions, file = own, line }): readonly PolicyProblem[] => {
      const globs = conditions
        .filter(({ kind, text }) => kind === 'free-text' && furtherPaths.test(text))
        .flatMap(({ text }) => text.match(quotedPath) ?? [])
        .filter((quoted) => !named.has(quoted.slice(1, -1)));
      if (globs.length === 0) return [];
      const [open, them] = globs.length === 1 ? ['opens', 'it'] : ['open', 'each'];
      const message = `${joinWords(globs)} ${open} nothing here, since what stands behind the path of an item is a condition of it. If PMs can touch ${globs.length === 1 ? 'it' : 'them'}, write ${them} as an item of its own.`;
      return [{ severity: 'warning', file, line, message }];
    });
}

/** Nothing but paths, and what joins them to those before. A command in backticks has a space. */
const furtherPaths =
  /^(?:(?:and|plus|also|as well as|too|likewise|&|\+)[ ,]*)?(?:the |all )?`[^`\s]*[/*][^`\s]*`(?:(?:,| and| plus| &| \+) `[^`\s]+`)*(?:,? (?:too|also|as well))?$/iu;

const quotedPath = /`[^`]+`/gu;
