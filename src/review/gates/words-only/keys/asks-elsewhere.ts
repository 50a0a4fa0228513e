const places =
  /\b(?:scope|ns|domain|context|locale|lng|keyPrefix|returnObjects)\b["']?\s*(?:[:=]|=>)|\b(?:from|into|context)\s+["']|\btrans\s*\([^)]*,\s*["']/;

/** Does a call for a text name where its key is looked up, or in which language or form? Then nobody sees from the key alone which text it gets. */
export function asksElsewhere(call: string): boolean {
  return places.test(call);
}
