import type * as z from 'zod/mini';
import { HostError } from './host-error.js';
import { Exchange, type Exchanged, type HostToken } from './http/exchange.js';
import { defaultLimits, type HostLimits } from './http/host-limits.js';
import { pageNumber, readPageLinks } from './http/page-links.js';
import { parseReply } from './http/parse-reply.js';

/** A repository on its host, and the token that goes there and nowhere else. */
export interface HostedRepository {
  readonly kind: 'github' | 'gitlab';
  /** The address of the host's API. */
  readonly api: string;
  /** `owner/name`, on GitLab with its groups. */
  readonly repository: string;
  readonly token: string;
}

export interface HostApiOptions {
  /** What no request leaves: `https://api.github.com`, `https://HOST/api`. */
  readonly base: string;
  /** What comes between the base and the paths of the REST interface: `/v3`, `/v4`, or nothing. */
  readonly prefix: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly token: HostToken | undefined;
  readonly limits: Partial<HostLimits>;
}

/** A file as it goes to a host. */
export interface SentFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** How many entries a page is asked to have: the most that GitHub and GitLab give. */
const pageSize = 100;

/**
 * A host's REST interface for one run. Replies have the shape that is asked for, a list has every entry that the host has; whatever else
 * happens is a `HostError`.
 */
export class HostApi {
  readonly #exchange: Exchange;
  readonly #rest: string;
  readonly #base: string;
  readonly #limits: HostLimits;

  constructor({ base, prefix, headers, token, limits }: HostApiOptions) {
    this.#base = base.replace(/\/+$/, '');
    this.#rest = this.#base + prefix;
    this.#limits = { ...defaultLimits, ...limits };
    this.#exchange = new Exchange({ base: this.#base, headers, token, limits: this.#limits });
  }

  /** How many requests went out so far. */
  get requests(): number {
    return this.#exchange.requests;
  }

  /** What is asked from now on is about another pull request: each may cost as much as the limits say, however many a run judges. */
  renew(): void {
    this.#exchange.renew();
  }

  /** The time now, as evidence writes it. */
  get time(): string {
    return new Date(this.#limits.now()).toISOString();
  }

  async get<T>(path: string, schema: z.ZodMiniType<T>): Promise<T> {
    const { name, reply } = await this.#exchange.get(this.#rest + path);
    return parseReply(name, schema, reply);
  }

  /** All entries of a list, whatever its pages. */
  async list<T>(path: string, schema: z.ZodMiniType<T[]>): Promise<readonly T[]> {
    const all: T[] = [];
    for await (const page of this.pages(path, schema, (entries) => entries)) all.push(...page);
    return all;
  }

  /** A list page by page, for who may stop before its end, or where its entries stand in a reply beside other things. */
  async *pages<T, Entry>(
    path: string,
    schema: z.ZodMiniType<T>,
    entriesOf: (page: T) => readonly Entry[],
  ): AsyncGenerator<readonly Entry[], void> {
    let url: string | undefined = `${this.#rest}${path}${path.includes('?') ? '&' : '?'}per_page=${pageSize}`;
    let count = 0;
    for (let page = 1; url !== undefined; page++) {
      if (page > this.#limits.pages) throw incomplete(path);
      const exchanged: Exchanged = await this.#exchange.get(url);
      const entries = entriesOf(parseReply(exchanged.name, schema, exchanged.reply));
      count += entries.length;
      yield entries;
      url = nextPage(exchanged, page, entries.length, count);
    }
  }

  /** Sends what changes something. */
  post<T>(path: string, body: unknown, schema: z.ZodMiniType<T>): Promise<T> {
    return this.#change('POST', path, body, schema);
  }

  /** Sends a change of what is there. */
  patch<T>(path: string, body: unknown, schema: z.ZodMiniType<T>): Promise<T> {
    return this.#change('PATCH', path, body, schema);
  }

  /** The same where the host wants it by this method. */
  put<T>(path: string, body: unknown, schema: z.ZodMiniType<T>): Promise<T> {
    return this.#change('PUT', path, body, schema);
  }

  /** Sends a file, as the field `file` of a form. */
  upload<T>(path: string, { name, type, bytes }: SentFile, schema: z.ZodMiniType<T>): Promise<T> {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(bytes)], { type }), name);
    return this.#change('POST', path, form, schema);
  }

  async #change<T>(
    method: 'POST' | 'PATCH' | 'PUT',
    path: string,
    body: unknown,
    schema: z.ZodMiniType<T>,
  ): Promise<T> {
    const { name, reply } = await this.#exchange.change(method, this.#rest + path, body);
    return parseReply(name, schema, reply);
  }

  /** Asks what the REST interface does not tell, at the GraphQL interface beside it. */
  async query<T>(body: unknown, schema: z.ZodMiniType<T>): Promise<T> {
    const { name, reply } = await this.#exchange.query(`${this.#base}/graphql`, body);
    return parseReply(name, schema, reply);
  }
}

/** The address of the page after this one. A list that ends before the end that it announced is a `HostError`. */
function nextPage({ name, url, answer }: Exchanged, page: number, size: number, count: number): string | undefined {
  const header = answer.header('link');
  const { next, last } = readPageLinks(header);
  if (next !== undefined) return new URL(next, url).href;
  if (header === undefined && size >= pageSize) return withPage(url, page + 1);
  const total = Number(answer.header('x-total') ?? '0');
  if ((pageNumber(last) ?? 0) > page || count < total) throw incomplete(name);
  return undefined;
}

/** A full page without a word on others may be all, or what said so was lost on its way. */
function withPage(url: string, page: number): string {
  const address = new URL(url);
  address.searchParams.set('page', String(page));
  return address.href;
}

function incomplete(name: string): HostError {
  return new HostError({
    kind: 'incomplete',
    sentence: `${name} gave a list that is not whole, so it is not used. Try again; if it stays so, the list is too long.`,
  });
}
