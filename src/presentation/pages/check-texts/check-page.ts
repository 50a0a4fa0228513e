/** What a check means to a product manager, and how to fix what it finds. */
export interface CheckPage {
  readonly title: string;
  /** What it looks for, and why: one paragraph. */
  readonly meaning: string;
  /** What to do, the easiest first. */
  readonly fixes: readonly string[];
}
