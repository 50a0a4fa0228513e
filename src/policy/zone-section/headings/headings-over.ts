import { readStandingLabel } from '../../grammar/leads/standing-labels.js';
import type { Condition } from '../../policy.js';
import type { Lead, SectionWalk } from '../section-walk.js';

/** What the headings in force say of what stands under them. */
export type Over = Omit<Lead, 'effect'> & { readonly effect: 'open' | 'pair' | 'forbid' };

/** What all headings in force say together: the strictest, what they demand, the kinds of files and the folders that they name. */
export function headingsOver({ headings }: Pick<SectionWalk, 'headings'>): Over {
  const kinds = headings.map(({ reading }) => reading.kind);
  const effect = kinds.includes('forbid') ? 'forbid' : kinds.includes('pair') ? 'pair' : 'open';
  return {
    effect,
    conditions: headings.flatMap(({ reading, phrase }): readonly Condition[] => {
      if (reading.kind === 'allow') return reading.conditions;
      const { source: text, line } = phrase;
      return reading.kind === 'label' && phrase.isOdd ? [{ kind: 'free-text', text, line }] : [];
    }),
    labels: headings.flatMap(({ reading, phrase }) => {
      if (reading.kind === 'allow') return [reading.label];
      // “Free for PMs” over what is open demands nothing.
      const isLabel = reading.kind === 'label' && !phrase.isOdd;
      return isLabel && readStandingLabel(phrase.words)?.effect !== 'allow' ? [phrase.words] : [];
    }),
    folders: headings.flatMap(({ reading }) => (reading.kind === 'folder' ? [reading.glob] : [])),
    words: undefined,
  };
}
