import { HostError } from '../host-error.js';

/** What a host did not let us read, part by part. */
export class UnreadParts {
  readonly #parts: { part: string; why: string }[] = [];

  get all(): { part: string; why: string }[] {
    return this.#parts;
  }

  note(part: string, why: string): void {
    this.#parts.push({ part, why });
  }

  /** What `work` reads; `null`, and noted, where the host gives it not or not whole. */
  async attempt<T>(part: string, work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      this.note(part, error.trouble.sentence);
      return null;
    }
  }
}
