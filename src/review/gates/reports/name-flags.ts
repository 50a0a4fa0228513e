const most = 3;

/** The flags of a change in a sentence: those of a long list by the first of them. */
export function nameFlags(keys: readonly string[]): string {
  const rest = keys.length - most;
  return rest <= 0 ? keys.join(' or ') : `${keys.slice(0, most).join(' or ')} or one of ${rest} more`;
}
