/** What became of one test inside the extension host. */
export type EditorResult =
  | { readonly state: 'passed'; readonly title: string; readonly milliseconds: number }
  | { readonly state: 'pending'; readonly title: string }
  | { readonly state: 'retried'; readonly title: string; readonly reason: string }
  | { readonly state: 'failed'; readonly title: string; readonly reason: string };
