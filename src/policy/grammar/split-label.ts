import { findCarveOut } from './carve-outs.js';
import { asksForEngineer, forbids } from './refusals/forbidding-words.js';
import { readStandingLabel, type StandingLabel } from './leads/standing-labels.js';
import { normalizeWords } from './tokenize.js';

/** A label that says whose paths are, and the words behind it: "PMs alone" and ", once Legal agrees". */
export interface SplitLabel {
  readonly label: StandingLabel;
  readonly tail: string;
}

/**
 * The longest label at the beginning of a text, and the words behind it, which a comma, a bracket or a condition parts from it. `undefined` where there is
 * none, or where those behind one that allows may take it back, or let somebody else decide: "PMs, with Erin from May".
 */
export function splitLabel(text: string): SplitLabel | undefined {
  const line = text.replace(/\s+/gu, ' ').trimStart();
  const near = line.slice(0, longest);
  const ends = [
    ...(near === line ? [line.trimEnd().length] : []),
    ...Array.from(near.matchAll(parts), ({ index }) => index)
      .slice(0, mostParts)
      .toReversed(),
  ];
  for (const end of ends) {
    const label = readStandingLabel(normalizeWords(line.slice(0, end).replace(/[.!]$/u, '')));
    const tail = line.slice(end).replace(/^ $/u, '');
    if (label !== undefined) return label.effect === 'allow' && takesBack(tail) ? undefined : { label, tail };
  }
  return undefined;
}

const longest = 120;
/** A label has no more commas than that. */
const mostParts = 4;
const parts = / ?[,;(]| [–—-] | (?=(?:after|once|when|if|as long as|provided) )/gu;

/** What stands in brackets is read as words behind any path. */
function takesBack(tail: string): boolean {
  if (tail.startsWith(' (')) return false;
  if (tail.length > longestTail) return true;
  return forbids(tail) || asksForEngineer(tail) || findCarveOut(tail) !== undefined || closing.test(tail);
}

/** More words than that may say anything. */
const longestTail = 400;

/** Whoever else has a say, and whatever is not so yet or no more. */
const closing =
  /(?<!\p{L})(?:and|or|plus|with|by|engineer\w*|developers?|devs?|eng|pair\w*|team|lead|us|everybody|everyone|anybody|also|too|nobody|drafts?|pending|proposed|planned|coming|expired|future|later|soon|yet|until|till|from|since|20\d\d)(?!\p{L})|[?!]/iu;
