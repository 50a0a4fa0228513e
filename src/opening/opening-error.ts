import type { HostTroubleKind } from '../hosts/host-error.js';

/** What helps where a change cannot be sent: a branch that it may be sent on, what others sent meanwhile, a person, or to try it again. */
export type PushWayOn = 'own-branch' | 'catch-up' | 'ask' | 'again';

/** The way to a pull request ends here; the message says why and what to do, in plain words. `trouble`: what it was with the host, if it was; `way`: what helps, where the change could not be sent, and in `heard` what the server said of it, which the message ends with. */
export class OpeningError extends Error {
  override readonly name = 'OpeningError';

  constructor(
    message: string,
    readonly trouble?: HostTroubleKind | 'none-open',
    readonly way?: PushWayOn,
    readonly heard?: string,
  ) {
    super(message);
  }
}
