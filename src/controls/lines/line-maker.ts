import type { RuleFact, UnreadRule } from '../../hosts/branch-rules.js';
import { capitalize } from '../../text/capitalize.js';
import { joinSome } from '../../text/join-words.js';
import type { HostLine } from '../host-line.js';

/** A line's state with what was read. */
export type Said = Pick<HostLine, 'state' | 'said'>;

export const enforced = (said: string): Said => ({ state: 'enforced', said });
export const notSet = (said: string): Said => ({ state: 'not-set', said });
export const unread = (said: string): Said => ({ state: 'unread', said });

/** Why a fact of the rules is open: each part that was not read, with the right that it takes. */
export function whyOpen(parts: readonly UnreadRule[], ...facts: readonly RuleFact[]): string {
  const open = parts.filter((each) => facts.some((fact) => each.facts.includes(fact)));
  return whyUnread(open);
}

/** What was not read and why, in sentences. */
export function whyUnread(parts: readonly { readonly part: string; readonly why: string }[]): string {
  if (parts.length === 0) return 'The host does not say.';
  return parts.map(({ part, why }) => `${capitalize(part)}: ${why}`).join(' ');
}

/** Many names in few. */
export function someOf(names: readonly string[]): string {
  return joinSome(names, 5);
}
