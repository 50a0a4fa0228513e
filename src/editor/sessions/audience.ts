import type { RepositoryState } from './repository-state.js';
import type { EditorSettings } from '../ui/editor-settings.js';

/**
 * For whom a repository is shown, or what stands in the way. Only `pm` sees standings: an `engineer` is anyone who is not on the roster.
 * `no-name`: git has no name or e-mail address for the user. `ask-role`: there is no roster, and the user has not chosen a role.
 */
export type Audience = 'loading' | 'trouble' | 'no-policy' | 'no-name' | 'ask-role' | 'engineer' | 'pm';

export function audienceOf(state: RepositoryState | undefined, { role }: Pick<EditorSettings, 'role'>): Audience {
  if (state === undefined) return 'loading';
  if (state.kind === 'git-error') return 'trouble';
  if (state.kind !== 'open') return state.kind;
  const { asking } = state.snapshot;
  switch (asking.kind) {
    case 'pilot-pm':
      return 'pm';
    case 'no-roster':
      return role === 'ask' ? 'ask-role' : role;
    case 'not-on-roster':
      return asking.names.length === 0 ? 'no-name' : 'engineer';
  }
}

/**
 * What the window shows, for the context key `pmZone.state` that views and their welcome contents go by: a repository as an audience sees
 * it, or why there is none.
 */
export type WindowState =
  Audience | 'policy-waits' | 'no-folder' | 'untrusted' | 'virtual' | 'no-repository' | 'git-missing' | 'unsafe';

export interface WindowFacts {
  /** The schemes of the opened folders. */
  readonly folders: readonly string[];
  readonly trusted: boolean;
  /** Whether it is known in which repository the open file or folder lies. */
  readonly settled: boolean;
  /** It lies in one; `state` is what was read of it, and reading may have failed. */
  readonly repository: boolean;
  readonly state: RepositoryState | undefined;
  readonly failed: boolean;
}

export function windowStateOf(
  { folders, trusted, settled, repository, state, failed }: WindowFacts,
  settings: Pick<EditorSettings, 'role'>,
): WindowState {
  if (!repository && folders.length > 0 && !folders.includes('file')) return 'virtual';
  if (!trusted) return 'untrusted';
  if (!repository) {
    if (!settled) return 'loading';
    return folders.length === 0 ? 'no-folder' : 'no-repository';
  }
  if (state === undefined) return failed ? 'trouble' : 'loading';
  if (state.kind === 'no-policy' && state.waits) return 'policy-waits';
  if (state.kind !== 'git-error') return audienceOf(state, settings);
  switch (state.error.kind) {
    case 'git-missing':
      return 'git-missing';
    case 'dubious-ownership':
      return 'unsafe';
    case 'not-a-repository':
      return 'no-repository';
    default:
      return 'trouble';
  }
}
