/** A piece of a line. Plain text is shown as it is, whatever signs are in it. */
export type Span =
  | string
  | { readonly code: string }
  | { readonly strong: string }
  /** A place to look at; without an address it is plain text. */
  | { readonly text: string; readonly link: string | undefined }
  /** How something stands. */
  | { readonly mark: Mark; readonly words: string }
  /** What a person still has to write. */
  | { readonly fill: string };

export type Mark = 'good' | 'weak' | 'bad' | 'open';

export type Line = readonly Span[];

export type Block =
  | { readonly kind: 'text'; readonly line: Line }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Line[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly Line[])[] }
  /** What shows the figures above it again. */
  | { readonly kind: 'commands'; readonly commands: readonly string[] };

export interface PaperSection {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A document for people. */
export interface Paper {
  readonly title: string;
  /** What it is about and rests on, each with its name. */
  readonly facts: readonly (readonly [string, Line])[];
  readonly sections: readonly PaperSection[];
}

/** A paper as it is handed out: the day does not count in its hash. */
export interface DatedPaper extends Paper {
  readonly date: string;
  readonly hash: string;
}
