import type { ReviewContext } from '../check.js';

/** Does the zone open the file for flags of the PM's own alone? */
export function demandsOwn(path: string, { judgements }: ReviewContext): boolean {
  return judgements.get(path)?.conditions.some(({ kind }) => kind === 'owned-flags') === true;
}

/** Whose row of the base's roster a flag is on. */
export function onRowOf(key: string, { policy }: ReviewContext): string {
  const rows = policy.tips.flatMap(({ zone }) => zone?.roster ?? []).filter(({ flags }) => flags.includes(key));
  const people = new Set(rows.map(({ pm }) => pm));
  return people.size === 0 ? '' : ` but on the row of ${[...people].join(' and ')}`;
}

/** Is a flag on every row of the list of PMs that is about who asks? */
export function isOnOwnRows(name: string, { asking: { rows } }: ReviewContext): boolean {
  return rows.length > 0 && rows.every((row) => row.flags.includes(name));
}

/** That only what is said about a flag of somebody else changes. */
export function describedOtherwise(key: string, context: ReviewContext): string {
  return `Only what is said about the flag ${key} changes, which is not one of yours${onRowOf(key, context)}. Nobody sees the app do anything else.`;
}
