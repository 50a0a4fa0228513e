import type { ZoneRule } from '../../policy.js';
import { isNaming } from '../../grammar/remarks/naming.js';
import { stemsOf } from '../../list-items/stems.js';
import { normalizeWords } from '../../grammar/tokenize.js';

/**
 * Whether a sentence only says what the lists say already: "The backend is closed." where `backend/**` is locked, "PMs only work in the
 * console." where all that is open lies in `console/`. It is held against the rules, so that it is kept where it says more.
 */
export function isRestated(text: string, rules: readonly ZoneRule[]): boolean {
  const words = normalizeWords(text).replace(/[\s.:!]+$/u, '');
  const [, closed] = ofClosed.exec(words) ?? [];
  if (closed !== undefined) return rules.some(({ effect, glob }) => effect === 'forbid' && ofFolder(glob) === closed);
  if (ofSecondList.test(words)) return areTwoLists(rules);
  const [, left] = ofHistory.exec(words) ?? [];
  if (left !== undefined) return isLocked(left, rules);
  const [, kind, place = only.exec(words)?.[1]] = ofPlace.exec(words) ?? [];
  // "In French content" is less than all that is open.
  if (kind !== undefined && !isNaming(kind)) return false;
  const opened = rules.filter(({ effect }) => effect === 'allow');
  return place !== undefined && opened.length > 0 && opened.every(({ glob }) => firstName(glob) === place);
}

const ofClosed =
  /^(?:the )?([\p{L}\p{N}_-]+) (?:is|are|stays?) (?:closed|locked|off[ -]limits|out of bounds|not open)(?: (?:to|for) (?:pms|product managers))?$/u;
const ofPlace =
  /^(?:the )?(?:pms|product managers|product)(?: may| can)?(?: only)? works? (?:only )?(?:in|on|within) (?:the |our )?(?:([\p{L}-]+) )?([\p{L}\p{N}_-]+)$/u;
const only = /^only (?:the )?([\p{L}\p{N}_-]+)(?:, and of it only this)?$/u;

/** "2025-08-20: subscriptions added to what is off limits", in a table of changes without the date */
const ofHistory =
  /^(?:(?:v|version )?\d[\d./-]*(?::| [–-]) )?(?:the )?((?:[\p{L}-]+ ){1,4}?)(?:(?:was|were) )?(?:closed|locked|added to what is (?:off[ -]limits|locked|closed)|moved to the (?:second|locked) list)(?:,? because of (?:privacy|gdpr|security|an? incident|the audit|safety))?$/u;

/** Whether a locked path is called by all of these words, and none that is open. */
function isLocked(words: string, rules: readonly ZoneRule[]): boolean {
  const stems = stemsOf(words);
  const called = rules.filter(({ glob }) => stems.every((stem) => stemsOf(glob).includes(stem)));
  return (
    stems.length > 0 &&
    called.some(({ effect }) => effect === 'forbid') &&
    called.every(({ effect }) => effect !== 'allow')
  );
}

const ofSecondList =
  /^(?:please )?(?:(?:do not|don't|never) (?:touch|edit|change) the (?:second|other|lower) list|the (?:second|lower) list (?:is|stays) (?:closed|locked|off[ -]limits|closed to (?:you|pms)|not for (?:you|pms)))$/u;

/** Whether one list opens, and what locks stands below it. */
function areTwoLists(rules: readonly ZoneRule[]): boolean {
  const linesOf = (effect: ZoneRule['effect']): readonly number[] =>
    rules.flatMap((rule) => (rule.effect === effect ? [rule.line] : [])).toSorted((one, other) => one - other);
  const [opened, locked] = [linesOf('allow'), linesOf('forbid')];
  const last = opened.at(-1);
  // Between two lists stands an empty line or what leads the second.
  const isOne = opened.every((line, at) => line - (opened[at - 1] ?? line) < 2);
  return (
    last !== undefined &&
    isOne &&
    linesOf('pair').length === 0 &&
    locked.length > 0 &&
    locked.every((line) => line > last)
  );
}

/** The folder at the root that a glob covers whole. */
function ofFolder(glob: string): string | undefined {
  return /^(?:\.?\/)?([^/*]+)(?:\/(?:\*\*)?)?$/u.exec(glob)?.[1]?.toLowerCase();
}

/** The folder at the root that all of a glob lies in. */
function firstName(glob: string): string | undefined {
  return /^(?:\.?\/)?([^/*?{[(]+)\//u.exec(glob)?.[1]?.toLowerCase();
}
