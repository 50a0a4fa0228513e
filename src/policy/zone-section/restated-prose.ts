import type { ZoneRule } from '../policy.js';
import { normalizeWords } from '../grammar/tokenize.js';

/**
 * Whether a sentence only says what the lists say already: "The backend is closed." where `backend/**` is locked, "PMs only work in the
 * console." where all that is open lies in `console/`. It is held against the rules, so that it is kept where it says more.
 */
export function isRestated(text: string, rules: readonly ZoneRule[]): boolean {
  const words = normalizeWords(text).replace(/[\s.:!]+$/u, '');
  const [, closed] = ofClosed.exec(words) ?? [];
  if (closed !== undefined) return rules.some(({ effect, glob }) => effect === 'forbid' && ofFolder(glob) === closed);
  const [, place = only.exec(words)?.[1]] = ofPlace.exec(words) ?? [];
  const opened = rules.filter(({ effect }) => effect === 'allow');
  return place !== undefined && opened.length > 0 && opened.every(({ glob }) => firstName(glob) === place);
}

const ofClosed =
  /^(?:the )?([\p{L}\p{N}_-]+) (?:is|are|stays?) (?:closed|locked|off[ -]limits|out of bounds|not open)(?: (?:to|for) (?:pms|product managers))?$/u;
const ofPlace =
  /^(?:the )?(?:pms|product managers|product)(?: may| can)?(?: only)? works? (?:only )?(?:in|on|within) (?:the |our )?(?:[\p{L}-]+ )?([\p{L}\p{N}_-]+)$/u;
const only = /^only (?:the )?([\p{L}\p{N}_-]+)(?:, and of it only this)?$/u;

/** The folder at the root that a glob covers whole. */
function ofFolder(glob: string): string | undefined {
  return /^(?:\.?\/)?([^/*]+)(?:\/(?:\*\*)?)?$/u.exec(glob)?.[1]?.toLowerCase();
}

/** The folder at the root that all of a glob lies in. */
function firstName(glob: string): string | undefined {
  return /^(?:\.?\/)?([^/*?{[(]+)\//u.exec(glob)?.[1]?.toLowerCase();
}
