import type * as z from 'zod/mini';
import { HostError } from '../host-error.js';

/** A reply that has the shape that its host documents, reduced to that; a `HostError` that says where it has not, without what stands there. */
export function parseReply<T>(name: string, schema: z.ZodMiniType<T>, reply: unknown): T {
  const parsed = schema.safeParse(reply);
  if (parsed.success) return parsed.data;
  const place = parsed.error.issues
    .slice(0, 1)
    .flatMap(({ path }) => path.map(String))
    .join('.');
  throw new HostError({
    kind: 'malformed',
    sentence: `${name} was answered in a shape that is not the documented one${place === '' ? '' : ` (at ${place})`}.`,
  });
}

/** The JSON that a body holds; a page for people, or anything else, is a `HostError`. */
export function parseJson(name: string, contentType: string | undefined, text: string): unknown {
  if (contentType !== undefined && /^application\/(?:[\w.+-]{0,80}\+)?json\b/i.test(contentType)) {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      // Said below.
    }
  }
  throw new HostError({
    kind: 'not-json',
    sentence: `${name} was answered with something that is not JSON, such as a page to sign in. Check the host's address, and whether something stands between.`,
  });
}
