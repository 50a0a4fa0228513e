/** What went wrong between us and a host. */
export type HostTroubleKind =
  | 'unauthorized'
  | 'forbidden'
  | 'sign-on'
  | 'rate-limit'
  | 'not-found'
  | 'conflict'
  | 'refused'
  | 'server'
  | 'cut'
  | 'timeout'
  | 'redirect'
  | 'not-json'
  | 'too-large'
  | 'malformed'
  /** The answer held the token. */
  | 'leaked'
  | 'incomplete'
  | 'moved';

/** One sentence for people. It never holds what the host wrote, so neither a token that it repeats nor text made to mislead. */
export interface HostTrouble {
  readonly kind: HostTroubleKind;
  readonly sentence: string;
  /** Until when the host asks to be left alone, in milliseconds since 1970; `undefined` where it does not say. */
  readonly until?: number | undefined;
}

/** A host could not be asked, or gave no answer that can be used. */
export class HostError extends Error {
  override readonly name = 'HostError';

  constructor(readonly trouble: HostTrouble) {
    super(trouble.sentence);
  }
}

/** What a host was asked for, or what stood before it. */
export type HostAnswer<T> = { readonly value: T } | { readonly trouble: HostTrouble };

/** The value alone, for a caller whose own caller catches a `HostError`: trouble is thrown as one. */
export function orThrow<T>(answer: HostAnswer<T>): T {
  if ('trouble' in answer) throw new HostError(answer.trouble);
  return answer.value;
}

/** What `work` comes to, or the trouble with the host that ended it; any other error is a bug and goes on. */
export async function orTrouble<T>(work: () => Promise<T>): Promise<HostAnswer<T>> {
  try {
    return { value: await work() };
  } catch (error) {
    if (error instanceof HostError) return { trouble: error.trouble };
    throw error;
  }
}
