/** What differs within an entry that may be a group of flags, by the names on the way to it; an empty way where the whole does. */
export function changedMembers(before: unknown, after: unknown): readonly (readonly string[])[] {
  const [old, now] = [before, after].map((value) =>
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined,
  );
  if ((before !== undefined && !old) || (after !== undefined && !now)) return [[]];
  return [...new Set([...Object.keys(old ?? {}), ...Object.keys(now ?? {})])].flatMap((name) => {
    const [one, other] = [old?.[name], now?.[name]];
    if (JSON.stringify(one) === JSON.stringify(other)) return [];
    return changedMembers(one, other).map((path) => [name, ...path]);
  });
}
