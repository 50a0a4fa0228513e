import { isNeutral } from '../../grammar/neutral-prose.js';
import { isSentence, type Phrase } from '../../grammar/phrase.js';
import { readTitleAddition } from '../../grammar/zone-title.js';
import { closePaths } from '../../list-items/close-paths.js';
import { keepIdleHeadings } from '../prose/closing-words.js';
import { flushProse } from '../prose/read-prose.js';
import { addProse, addRules, type SectionWalk } from '../section-walk.js';
import { endLabelledLead } from './label-paragraph.js';
import { readHeadingIn } from './read-heading-in.js';

/** Ends what stood under the headings as deep as this one or deeper, and keeps what this one says of all below it. */
export function openHeading(walk: SectionWalk, phrase: Phrase, depth: number): void {
  flushProse(walk);
  endLabelledLead(walk);
  const outer = walk.headings.filter((heading) => heading.depth < depth);
  keepIdleHeadings(walk, outer.length);
  const before = walk.rules.length;
  const reading = readHeadingIn(walk, phrase);
  if (reading.kind !== 'folder' && reading.kind !== 'title')
    addRules(walk, closePaths(phrase, undefined, reading.kind === 'forbid'));
  const restricts = reading.kind === 'title' && readTitleAddition(phrase.words) === 'condition';
  if ((reading.kind !== 'allow' && isSentence(phrase) && !isNeutral(phrase)) || restricts)
    addProse(walk, phrase.tokens);
  walk.isClosing = false;
  walk.headings = [...outer, { depth, reading, phrase, before }];
  walk.previous = undefined;
  walk.isFirst = true;
}
