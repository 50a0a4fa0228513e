import { toExcerpt } from '../../grammar/tokenize.js';
import type { Lead, SectionWalk } from '../section-walk.js';

/** Why the words over a list or a table open nothing of it, and what to write. */
export function faultOfLead({ headings }: SectionWalk, lead: Lead): string {
  const heading = headings.at(-1);
  const words = lead.words ?? (heading?.reading.kind === 'label' ? heading.phrase.source : undefined);
  const known = 'Write “PMs can touch:”, “PMs cannot touch:” or “Together with an engineer:”';
  return words === undefined
    ? `no words right above this list say whether PMs can touch it. ${known} right above it`
    : `“${toExcerpt(words)}” is no known way to say whether PMs can touch it. ${known} in its place`;
}

/** Why a sentence in a list opens nothing of what it names: no words over the list would mend that. */
export const faultOfSentence =
  'this is no known way to say whether PMs can touch it. Write its paths as a list under “PMs can touch:”, “PMs cannot touch:” or “Together with an engineer:”';
