import type { Bypass } from '../branch-rules.js';
import type { GithubBypassActor, GithubProtection } from './github-rules.js';

/** GitHub's numbers of the roles that may bypass a rule set; others are an organization's own. */
const roles: Readonly<Record<number, readonly [string, string]>> = {
  2: ['maintain', 'who maintains the repository'],
  4: ['write', 'everyone with write access'],
  5: ['admin', 'administrators of the repository'],
};

const adminBypass: Bypass = { who: 'administrators of the repository', kind: 'role', id: 'admin' };

/** An entry of a rule set's bypass list. */
export function bypassOfActor({ actor_type: type, actor_id = null, bypass_mode: mode }: GithubBypassActor): Bypass {
  const how = mode === 'pull_request' ? ' (by a pull request)' : '';
  const id = actor_id === null ? {} : { id: String(actor_id) };
  const number = actor_id === null ? '' : ` ${actor_id}`;
  switch (type) {
    case 'RepositoryRole': {
      const role = actor_id === null ? undefined : roles[actor_id];
      return role === undefined
        ? { who: `a role of the organization's own, number${number}${how}`, kind: 'other', ...id }
        : { who: `${role[1]}${how}`, kind: 'role', id: role[0] };
    }
    case 'OrganizationAdmin':
      // Who owns an organization administers all of its repositories.
      return { who: `owners of the organization${how}`, kind: 'role', id: 'admin' };
    case 'Team':
      return { who: `team number${number}${how}`, kind: 'team', ...id };
    case 'User':
      return { who: `person number${number}${how}`, kind: 'person', ...id };
    case 'Integration':
      return { who: `app number${number}${how}`, kind: 'app', ...id };
    case 'DeployKey':
      return { who: `who holds a deploy key${how}`, kind: 'key' };
    default:
      return { who: `somebody of a kind that is not known here${how}`, kind: 'other', ...id };
  }
}

/** Who passes by a classic protection. */
export function bypassOfProtection(classic: GithubProtection | null | undefined): readonly Bypass[] {
  if (classic === undefined || classic === null) return [];
  const {
    users = [],
    teams = [],
    apps = [],
  } = classic.required_pull_request_reviews?.bypass_pull_request_allowances ?? {};
  return [
    ...(classic.enforce_admins?.enabled === true ? [] : [adminBypass]),
    ...users.map(({ login }): Bypass => ({ who: `@${login}`, kind: 'person', id: login })),
    ...teams.map(({ slug }): Bypass => ({ who: `team ${slug}`, kind: 'team', id: slug })),
    ...apps.map(({ slug = '' }): Bypass => ({ who: `app ${slug}`, kind: 'app', id: slug })),
  ];
}
