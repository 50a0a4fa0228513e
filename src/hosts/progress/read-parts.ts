import { HostError, orTrouble } from '../host-error.js';

/** Reads an answer part by part. */
export interface PartReader {
  /** What `read` gives; where the host does not say, `otherwise`, and the part is among those that were not read. */
  readonly part: <T>(name: string, otherwise: T, read: () => Promise<T>) => Promise<T>;
  readonly unread: readonly string[];
}

/** The rest is of use without one part. Only where the host asks for patience, or does not know whoever asks, is nothing of use: that is thrown. */
export function readParts(): PartReader {
  const unread: string[] = [];
  return {
    unread,
    part: async (name, otherwise, read) => {
      const answer = await orTrouble(read);
      if ('value' in answer) return answer.value;
      if (['rate-limit', 'unauthorized', 'sign-on'].includes(answer.trouble.kind)) throw new HostError(answer.trouble);
      unread.push(name);
      return otherwise;
    },
  };
}
