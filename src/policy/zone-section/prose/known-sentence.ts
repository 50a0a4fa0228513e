import type { SentenceLead } from '../../grammar/leads/read-lead.js';
import type { TextToken } from '../../grammar/tokenize.js';

/** A sentence that is wholly a permission or a refusal with its paths. */
export interface KnownSentence {
  readonly effect: SentenceLead['effect'];
  readonly lead: SentenceLead;
  readonly items: readonly (readonly TextToken[])[];
  /** It is about PMs, whom a "they" behind it means. */
  readonly isOfPms?: boolean;
}
