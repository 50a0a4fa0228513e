/** What onboarding tells analytics. Names are never reused; dashboards depend on them. */
export interface OnboardingEvents {
  readonly first_board_started: { readonly from: 'empty_state' | 'welcome_tour' };
  readonly first_board_created: { readonly seconds: number };
  readonly tour_finished: { readonly steps: number };
}
