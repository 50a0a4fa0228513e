import type { RootContent } from 'mdast';
import { toPhrase } from '../grammar/phrase.js';
import { readStandingLabel } from '../grammar/leads/standing-labels.js';
import { startLine, toExcerpt, tokenize } from '../grammar/tokenize.js';
import type { SectionProblem } from '../policy.js';
import type { ZoneSection } from './find-zone.js';
import { globsOf } from './section-list-item.js';

/**
 * The heading that ends a section too early: of its own level, right behind it, and over a list of paths that it says PMs may change. Underlined headings
 * ("PMs may edit" over "-----") are of the second level, wherever they stand. It is asked of a section that names no path itself.
 */
export function findEarlyEnd({ heading }: ZoneSection, outside: readonly RootContent[]): readonly SectionProblem[] {
  const at = outside.findIndex((block) => block.type === 'heading' && startLine(block) > startLine(heading));
  const [next, list] = at < 0 ? [] : outside.slice(at, at + 2);
  if (next?.type !== 'heading' || list?.type !== 'list' || globsOf(list).length === 0) return [];
  const { words, source } = toPhrase(tokenize(next));
  if (readStandingLabel(words) === undefined && !ofPms.test(words)) return [];
  const message = `“${toExcerpt(source)}” ends the PM zone, since this heading is of its level or above, so nothing under it is read. Ask an engineer to give it a level more, like “${'#'.repeat(heading.depth + 1)} ${toExcerpt(source)}”, and so each further heading of the zone.`;
  return [{ severity: 'error', line: startLine(next), message }];
}

const ofPms = /(?<!\p{L})(?:pms?|product (?:managers?|owners?|people|team))(?!\p{L})/u;
