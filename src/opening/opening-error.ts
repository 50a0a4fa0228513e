import type { HostTroubleKind } from '../hosts/host-error.js';

/** The way to a pull request ends here; the message says why and what to do, in plain words. `trouble`: what it was with the host, if it was. */
export class OpeningError extends Error {
  override readonly name = 'OpeningError';

  constructor(
    message: string,
    readonly trouble?: HostTroubleKind | 'none-open',
  ) {
    super(message);
  }
}
