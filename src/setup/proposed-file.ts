/** A file as it would be: a new one, or one that people wrote with something added at its end, or a link that gives way to one. */
export interface ProposedFile {
  readonly path: string;
  /** The text that is there now; `undefined` where there is no such file. */
  readonly before: string | undefined;
  readonly after: string;
}
