import { isLabel } from '../../grammar/descriptions.js';
import { isNeutral } from '../../grammar/neutral-prose.js';
import { isSentence, type Phrase } from '../../grammar/phrase.js';
import { isHistoryHeading } from '../../grammar/remarks/change-history.js';
import { normalizeWords } from '../../grammar/tokenize.js';
import { isNeutralTitle } from '../headings/read-heading.js';
import type { SectionWalk } from '../section-walk.js';
import { isPmTitle } from './pm-names.js';

/**
 * Keeps a thing that is named alone under words that nobody understands, together with these: "titles" under "Wait for Legal before you change:", or under the
 * heading "Reviewed by Erin". By itself it would only say what lies there. `lead`: the words right above it, where there are any but a heading's.
 */
export function keepNamed(walk: SectionWalk, named: Phrase, lead: string | undefined): void {
  const heading = walk.headings.at(-1);
  const over = lead ?? (heading?.reading.kind === 'label' ? heading.phrase.source : undefined);
  if (over === undefined || isSentence(named) || !isLabel(named.words, [''])) return;
  const words = normalizeWords(over).replace(/[\s:]+$/u, '');
  const isTitle =
    isLabel(words, ['']) || isNeutralTitle(words) || isHistoryHeading(words) || isPmTitle({ words, isOdd: false });
  const text = `${over.replace(/[\s:]+$/u, '')}: ${named.source}`;
  if (!isTitle && !isNeutral({ ...named, source: text, words: `${words}: ${named.words}` }))
    walk.prose.push({ file: walk.file, line: named.line, text });
}
