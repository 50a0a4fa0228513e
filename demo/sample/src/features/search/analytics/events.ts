/** What search tells analytics. Names are never reused; dashboards depend on them. */
export interface SearchEvents {
  readonly search_started: { readonly length: number };
  readonly search_result_opened: { readonly position: number };
  readonly search_found_nothing: { readonly length: number };
}
