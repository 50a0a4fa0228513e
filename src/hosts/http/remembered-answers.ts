import type { HttpAnswer } from '../http-door.js';

/** What one run keeps, so that memory stays bounded. */
const mostAnswers = 500;
const mostCharacters = 30_000_000;

/** The answers of one run that the host gave a tag: asked again with it, the host says "not modified" and counts no request. */
export class RememberedAnswers {
  readonly #answers = new Map<string, { readonly tag: string; readonly answer: HttpAnswer }>();
  #characters = 0;

  find(url: string): { readonly tag: string; readonly answer: HttpAnswer } | undefined {
    return this.#answers.get(url);
  }

  remember(url: string, answer: HttpAnswer): void {
    const tag = answer.header('etag');
    // A header of ours can carry nothing else.
    if (tag === undefined || !/^[\x20-\x7e]{1,200}$/.test(tag)) return;
    this.#characters += answer.text.length - (this.#answers.get(url)?.answer.text.length ?? 0);
    this.#answers.set(url, { tag, answer });
    for (const [oldest, { answer: each }] of this.#answers) {
      if (this.#answers.size <= mostAnswers && this.#characters <= mostCharacters) break;
      this.#answers.delete(oldest);
      this.#characters -= each.text.length;
    }
  }
}
