import type { Judgement } from '../policy/policy.js';

/** The `files` object of design §7, but for the path. `conditions` are their kinds; a free-text one as its text. */
export type StandingJson = Pick<Judgement, 'standing' | 'owners' | 'because'> & {
  readonly conditions: readonly string[];
};

/** A judgement as the command line prints it. */
export function toStandingJson({ standing, conditions, owners, because }: Judgement): StandingJson {
  const words = conditions.map((condition) => (condition.kind === 'free-text' ? condition.text : condition.kind));
  return { standing, conditions: [...new Set(words)], owners, because };
}
