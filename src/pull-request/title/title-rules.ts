/** What a repository's own settings say of titles. */
export interface TitleRules {
  /** The file that says so. */
  readonly path: string;
  /** A check of the pull request's title; else it is about commits alone, and what people do counts before it. */
  readonly checksTitles: boolean;
  /** The types that are allowed; `undefined` where the file names none. */
  readonly types: readonly string[] | undefined;
  readonly scopes: readonly string[];
  readonly needsScope: boolean;
  /** The text begins with a small letter. */
  readonly lowercase: boolean;
}
