import type { Judgement, Reason, Standing } from '../policy/policy.js';

/** The `files` object of design §7, but for the path. */
export interface StandingJson {
  readonly standing: Standing;
  /** The kinds of the conditions; a free-text one as its text. */
  readonly conditions: readonly string[];
  readonly owners: readonly string[];
  readonly because: readonly Reason[];
}

/** A judgement as the command line prints it. */
export function toStandingJson({ standing, conditions, owners, because }: Judgement): StandingJson {
  const words = conditions.map((condition) => (condition.kind === 'free-text' ? condition.text : condition.kind));
  return { standing, conditions: [...new Set(words)], owners, because };
}
