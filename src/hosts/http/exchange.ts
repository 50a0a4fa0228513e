import { HostError, orTrouble, type HostTrouble } from '../host-error.js';
import { sendHttp, type HttpAnswer, type HttpMethod } from '../http-door.js';
import { explainAnswer } from './explain-answer.js';
import type { HostLimits } from './host-limits.js';
import { parseJson } from './parse-reply.js';
import { restAfter, waitBefore } from './patience.js';
import { RememberedAnswers } from './remembered-answers.js';

export interface HostToken {
  readonly header: string;
  /** What stands before the token in the header, with its blank. */
  readonly scheme: string;
  readonly secret: string;
}

export interface ExchangeOptions {
  /** Every request and every redirect lies below it, and so does the token. `http:` is for this machine itself alone. */
  readonly base: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly token: HostToken | undefined;
  readonly limits: HostLimits;
}

export interface Exchanged {
  /** How an error speaks of the request. */
  readonly name: string;
  readonly url: string;
  readonly reply: unknown;
  readonly answer: HttpAnswer;
}

const mostRedirects = 3;

/** How many times as long as any other request one with a file may take. */
const fileTimes = 6;

/** Names of branches and people are in a path, and may be long. */
const longestName = 160;

/** Asks a host and has its JSON: within its base, conditionally, again where that is of use, and within what one run may cost. */
export class Exchange {
  readonly #remembered = new RememberedAnswers();
  #patience: number;
  #requests = 0;
  #changes = 0;
  #most: number;
  #nextChange = 0;

  constructor(readonly options: ExchangeOptions) {
    this.#patience = options.limits.patience;
    this.#most = options.limits.requests;
    const { token, base } = options;
    if (!/^(?:https:\/\/|http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])[:/])/.test(base) || !URL.canParse(base)) {
      throw new HostError({ kind: 'refused', sentence: 'The host has to be given as an https:// address.' });
    }
    if (token !== undefined && !/^[\x21-\x7e]{8,4000}$/.test(token.secret)) {
      throw new HostError({
        kind: 'unauthorized',
        sentence:
          'The token is not one: it is too short or holds signs that none has. Give a new one, whole and without a line’s end.',
      });
    }
  }

  get requests(): number {
    return this.#requests;
  }

  /** What follows may ask as much as was allowed for the beginning. */
  renew(): void {
    this.#most = this.#requests + this.options.limits.requests;
  }

  get(address: string): Promise<Exchanged> {
    return this.#ask({ method: 'GET', changes: false, body: undefined }, address);
  }

  /** A question that is sent like a change, and may be sent again like any question. */
  query(address: string, body: unknown): Promise<Exchanged> {
    return this.#ask({ method: 'POST', changes: false, body: JSON.stringify(body) }, address);
  }

  /** The first few at once, so that a person who opens a pull request waits for none; then one a second. */
  async change(method: Exclude<HttpMethod, 'GET'>, address: string, body: unknown): Promise<Exchanged> {
    const { wait, now, quickChanges } = this.options.limits;
    const asked = now();
    const due = ++this.#changes > quickChanges ? Math.max(asked, this.#nextChange) : asked;
    this.#nextChange = due + 1000;
    if (due > asked) await wait(due - asked);
    return this.#ask({ method, changes: true, body: body instanceof FormData ? body : JSON.stringify(body) }, address);
  }

  async #ask({ method, changes, body }: Asked, address: string): Promise<Exchanged> {
    const whole = `${method} ${this.#locate('The request', address, address).pathname}`;
    const name = whole.length > longestName ? `${whole.slice(0, longestName)}...` : whole;
    let url = this.#locate(name, address, address).href;
    let redirects = 0;
    let tries = 1;
    for (;;) {
      const sent = await this.#send(name, method, url, body);
      const { answer } = sent;
      const location = answer === undefined ? undefined : redirectOf(answer);
      if (location !== undefined) {
        // A repository that was renamed: GitHub sends a question on by 301, and by 307 a change, which it did not make.
        const mayGoOn = method === 'GET' || answer?.status === 307 || answer?.status === 308;
        if (!mayGoOn || ++redirects > mostRedirects) throw astray(name);
        url = this.#locate(name, location, url).href;
      } else {
        const trouble = sent.trouble ?? explainAnswer(name, sent.answer);
        if (trouble === undefined && answer !== undefined)
          return { name, url, reply: this.#read(name, answer), answer };
        if (trouble !== undefined) await this.#waitOrGiveUp(trouble, answer, changes, tries++);
      }
    }
  }

  async #send(name: string, method: HttpMethod, url: string, body: Asked['body']): Promise<Sent> {
    const { headers, token, limits } = this.options;
    if (++this.#requests > this.#most) {
      throw new HostError({
        kind: 'incomplete',
        sentence: `${name} was not asked: a host is asked no more than ${limits.requests} things about one pull request. It is too large.`,
      });
    }
    const isForm = body instanceof FormData;
    const known = method === 'GET' ? this.#remembered.find(url) : undefined;
    const sent = await orTrouble(() =>
      sendHttp(
        {
          name,
          method,
          url,
          headers: {
            ...headers,
            ...(token === undefined ? {} : { [token.header]: token.scheme + token.secret }),
            ...(known === undefined ? {} : { 'if-none-match': known.tag }),
            // A form says itself where its parts begin.
            ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
          },
          ...(body === undefined ? {} : { body }),
        },
        isForm ? { ...limits, milliseconds: limits.milliseconds * fileTimes } : limits,
      ),
    );
    if ('trouble' in sent) return sent;
    const answer = sent.value;
    if (answer.status === 304 && known !== undefined) return { answer: known.answer };
    if (answer.status === 200 && method === 'GET') this.#remembered.remember(url, answer);
    return { answer };
  }

  #read(name: string, answer: HttpAnswer): unknown {
    const { token } = this.options;
    // A host, or what stands before it, that repeats what it was sent would carry the token into evidence and records.
    if (token !== undefined && answer.text.includes(token.secret)) {
      throw new HostError({
        kind: 'leaked',
        sentence: `${name} was answered with the token itself, so the answer is not used. Ask whoever runs the host, and renew the token.`,
      });
    }
    return parseJson(name, answer.header('content-type'), answer.text);
  }

  async #waitOrGiveUp(
    trouble: HostTrouble,
    answer: HttpAnswer | undefined,
    changes: boolean,
    tries: number,
  ): Promise<void> {
    const { wait, now } = this.options.limits;
    // What is put off did not happen; what broke off may have, and a change is not made twice.
    const again = !changes || trouble.kind === 'rate-limit';
    const pause = again ? waitBefore(trouble, answer, tries, now()) : undefined;
    if (pause === undefined || pause > this.#patience) {
      const at = now();
      throw new HostError(
        trouble.kind === 'rate-limit' ? { ...trouble, until: at + restAfter(answer, tries, at) } : trouble,
      );
    }
    this.#patience -= pause;
    await wait(pause);
  }

  /** An address below the base, so that neither a redirect nor a link to a next page takes the token elsewhere. */
  #locate(name: string, address: string, from: string): URL {
    const url = URL.canParse(address, from) ? new URL(address, from) : undefined;
    if (url?.href.startsWith(`${new URL(this.options.base).href.replace(/\/$/, '')}/`) !== true) throw astray(name);
    return url;
  }
}

interface Asked {
  readonly method: HttpMethod;
  /** Whether it changes something on the host. */
  readonly changes: boolean;
  readonly body: string | FormData | undefined;
}

type Sent =
  | { readonly answer: HttpAnswer; readonly trouble?: undefined }
  | { readonly trouble: HostTrouble; readonly answer?: undefined };

/** Where an answer sends us on to: empty where it does not say. `undefined` where it does not. */
function redirectOf({ status, header }: HttpAnswer): string | undefined {
  return status >= 300 && status < 400 && status !== 304 ? (header('location') ?? 'about:blank') : undefined;
}

function astray(name: string): HostError {
  return new HostError({
    kind: 'redirect',
    sentence: `${name} was sent on to somewhere that the token must not go. Check the host's address and the repository's name.`,
  });
}
