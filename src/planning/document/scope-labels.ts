/** How people head what a plan is about, and what it leaves alone. */
export const scopeLabels = {
  in: /^in(?:[ -]scope)?(?![\p{L}\p{N}-])/iu,
  out: /^(?:out(?:[ -]of[ -]scope)?|non-goals?|not in scope)(?![\p{L}\p{N}-])/iu,
};
