/** The way to a pull request ends here; the message says why and what to do, in plain words. */
export class OpeningError extends Error {
  override readonly name = 'OpeningError';
}
