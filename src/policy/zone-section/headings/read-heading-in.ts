import type { Phrase } from '../../grammar/phrase.js';
import type { SectionWalk } from '../section-walk.js';
import { readHeading, type HeadingReading } from './read-heading.js';

/** Reads a heading where it stands: one that is no known form by itself may say with those beside it what PMs may change, as "Yes" beside "No". */
export function readHeadingIn({ standings, prose }: SectionWalk, phrase: Phrase): HeadingReading {
  const reading = readHeading(phrase);
  const effect = reading.kind === 'label' ? standings.leads.get(phrase.line)?.effect : undefined;
  if (effect === 'allow') return prose.length === 0 ? { kind: 'allow', conditions: [], label: '' } : reading;
  return effect === undefined ? reading : { kind: effect };
}
