import type { RuleFact, UnreadRule } from '../branch-rules.js';
import { UnreadParts } from './unread-parts.js';

/** What of a branch's rules a host did not let us read, with the facts that it leaves open. */
export class UnreadRules {
  readonly #all: UnreadRule[] = [];

  get all(): readonly UnreadRule[] {
    return this.#all;
  }

  note(part: string, why: string, facts: readonly RuleFact[]): void {
    this.#all.push({ part, why, facts });
  }

  /** What `work` reads; `null`, and noted, where the host gives it not or not whole. */
  async attempt<T>(part: string, facts: readonly RuleFact[], work: () => Promise<T>): Promise<T | null> {
    const parts = new UnreadParts();
    const read = await parts.attempt(part, work);
    for (const { why } of parts.all) this.note(part, why, facts);
    return read;
  }

  /** What was read of a fact, unless that is nothing and something was not read that may set it. */
  settle<T>(fact: RuleFact, read: T, isSet: boolean): T | null {
    return isSet || !this.#all.some(({ facts }) => facts.includes(fact)) ? read : null;
  }
}
