import type { Account } from '../../gate/evidence.js';
import type { GithubUser } from './github-replies.js';

/** Whom GitHub shows in the place of a deleted account. */
const ghost = 10137;

/** A reply's user as an account; `null` for nobody, a deleted account, and what is neither person nor bot (an organization, a stand-in). */
export function githubAccount(user: GithubUser | Record<string, never> | null): Account | null {
  if (user === null || !('id' in user)) return null;
  const { id, login, type } = user as GithubUser;
  if (id === ghost && login === 'ghost') return null;
  if (type !== 'User' && type !== 'Bot') return null;
  return { id: String(id), handle: login, kind: type === 'User' ? 'person' : 'bot' };
}
