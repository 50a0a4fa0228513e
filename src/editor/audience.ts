import type { RepositoryState } from './repository-state.js';
import type { Settings } from './settings.js';

/**
 * For whom a repository is shown, or what stands in the way. Only `pm` sees standings: an `engineer` is anyone who is not on the roster.
 * `no-name`: git does not know who she is. `ask-role`: there is no roster, and she has not said what she is.
 */
export type Audience = 'loading' | 'trouble' | 'no-policy' | 'no-name' | 'ask-role' | 'engineer' | 'pm';

export function audienceOf(state: RepositoryState | undefined, { role }: Pick<Settings, 'role'>): Audience {
  if (state === undefined) return 'loading';
  if (state.kind !== 'open') return state.kind;
  const { asking } = state.view;
  switch (asking.kind) {
    case 'pilot-pm':
      return 'pm';
    case 'no-roster':
      return role === 'ask' ? 'ask-role' : role;
    case 'not-on-roster':
      return asking.names.length === 0 ? 'no-name' : 'engineer';
  }
}
