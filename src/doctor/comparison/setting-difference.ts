/** Something besides globs that two policies say differently; `undefined` where one of them does not say it. */
export interface SettingDifference {
  readonly what: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** More is allowed by it, or less is asked; so in doubt. What it does to single paths is said of those. */
  readonly opens: boolean;
}
