export type PlanStatus = 'Draft' | 'In Review' | 'Approved' | 'Shipped' | 'Retired';
export type PlanLevel = 'copy' | 'config' | 'prompt' | 'front-end' | 'feature';

/** A label line (`**Flag:** \`new-home\``) of a planning doc. `value` has its inline code and emphasis unwrapped. */
export interface PlanField {
  readonly label: string;
  readonly value: string;
  readonly line: number;
}

/** A section by its heading. `body` is its Markdown without sub-headings' structure, comments and untouched placeholders removed. */
export interface PlanSection {
  readonly heading: string;
  readonly line: number;
  readonly body: string;
  /** What of the body is shown as text: without what is struck through, pictures, addresses, definitions and tags. */
  readonly shown: string;
}

/** Something in [brackets] that stands in a doc, with the heading or the label that it stands under, and the line of that. */
export interface LeftPlaceholder {
  readonly text: string;
  readonly under: string;
  readonly line: number;
}

/** A PLANNING.md, parsed (design §5). Plain data, so that it can be cached by the blob's id. */
export interface PlanningDoc {
  readonly title: string | undefined;
  readonly fields: readonly PlanField[];
  readonly sections: readonly PlanSection[];
  readonly status: PlanStatus | undefined;
  readonly level: PlanLevel | undefined;
  /** Flag keys that the Flag field names. */
  readonly flags: readonly string[];
  /** Folder from the root, `/`-separated, no leading or trailing slash. */
  readonly featureFolder: string | undefined;
  readonly productDris: readonly string[];
  readonly engineeringDris: readonly string[];
  /** What stands in brackets, where anything does: of the template, or its author's own. */
  readonly left?: readonly LeftPlaceholder[];
}

/** What is missing from a planning doc; `line` is where it belongs, from 1. */
export interface PlanGap {
  readonly what: string;
  readonly message: string;
  readonly line: number;
  /** The template's own words in brackets, which still ask for what belongs there. */
  readonly isLeft?: true;
}
