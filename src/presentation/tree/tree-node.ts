/** A line of a tree as data: what it says, what it opens, what lies below it. The editor only translates it. */
export interface TreeNode {
  /** Unique in its tree, and the same in the next tree for the same thing. */
  readonly id: string;
  readonly label: string;
  /** Shown dimmed beside the label. */
  readonly description?: string;
  /** Plain text, never Markdown: it may hold words of the repository. */
  readonly tooltip?: string;
  /** The id of a codicon. */
  readonly icon?: string;
  /** The id of a theme colour. */
  readonly iconColor?: string;
  /** From the repository's root, `/`-separated; lines and columns from 1. */
  readonly open?: { readonly path: string; readonly line?: number; readonly column?: number };
  readonly command?: { readonly id: string; readonly title: string; readonly arguments?: readonly unknown[] };
  /** Something the PM attests; `item` names it to the store of attestations. */
  readonly checkbox?: { readonly checked: boolean; readonly item: string };
  readonly children: readonly TreeNode[];
  readonly expanded?: boolean;
  /** What a screen reader says instead of the label and the description. */
  readonly accessibleLabel?: string;
  /** A text of a catalog, for the command that puts it back. */
  readonly text?: { readonly path: string; readonly keyPath: string };
  /** For menus (`viewItem`). */
  readonly context?: string;
}
