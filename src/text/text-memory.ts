import { createHash } from 'node:crypto';

/** Computes what follows from a text and from `what`, which names it, once, as long as it is remembered. */
export type TextMemory = <T>(what: string, text: string, compute: () => T) => T;

/** Remembers what was computed of the texts last asked for, by the digests of these: from one review of a window to the next. */
export function createTextMemory(most = 500): TextMemory {
  const known = new Map<string, unknown>();
  return <T>(what: string, text: string, compute: () => T): T => {
    const key = createHash('sha256').update(JSON.stringify(what)).update(text).digest('base64');
    const value = known.has(key) ? (known.get(key) as T) : compute();
    // What is asked for again goes to the end.
    known.delete(key);
    known.set(key, value);
    for (const oldest of known.keys()) {
      if (known.size <= most) break;
      known.delete(oldest);
    }
    return value;
  };
}
