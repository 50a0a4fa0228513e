/** A line that a host may take for an order to itself (“quick action”): GitLab obeys one in a description as the one who sends it. */
const order = /^([^\S\n\r]*)\/(?=[a-z_]\w*(?:\s|$))/gim;

/** Whether a line begins like an order to the host, in code or outside of it: where code ends is for others to say. */
export function holdsQuickAction(text: string): boolean {
  return text.search(order) >= 0;
}

/** The same text with each such line shown as it is and obeyed by nobody. */
export function quietQuickActions(text: string): string {
  return text.replace(order, '$1&sol;');
}
