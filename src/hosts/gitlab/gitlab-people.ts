import type { Account } from '../../gate/evidence.js';
import { meetAll } from '../evidence/host-people.js';
import type { UnreadParts } from '../evidence/unread-parts.js';
import type { HostRole } from '../host-access.js';
import { HostError } from '../host-error.js';
import { apiPath } from '../http/api-path.js';
import type { GitlabHost } from '../open-gitlab.js';
import { gitlabMember, gitlabUsers, type GitlabUser } from './gitlab-replies.js';

/** Developers and above push. */
const developer = 30;

/** GitLab's levels, and what they are by GitHub's names. */
const roles: readonly (readonly [number, HostRole])[] = [
  [50, 'admin'],
  [40, 'maintain'],
  [developer, 'write'],
  [20, 'triage'],
  [10, 'read'],
];

/** GitLab shows this account in the place of a deleted one. */
const ghost = /^ghost\d*$/;

/** GitLab's own names for the accounts of access tokens and services; others cannot have them, or are on nobody's roster. */
const bot = /^(?:(?:project|group)_\d+_bot(?:_\w+)?|service_account_\w+)$/;

/** The accounts of one run: nobody is asked for whom a reply has shown already. */
export class GitlabPeople {
  readonly #seen = new Map<string, Account>();
  readonly #levels = new Map<string, number | null>();

  constructor(
    readonly host: GitlabHost,
    readonly project: string,
    readonly unread: UnreadParts,
  ) {}

  /** The account of a reply's user, which is remembered; `null` for nobody, and for a deleted account. */
  meet(user: GitlabUser | null): Account | null {
    if (user === null || ghost.test(user.username)) return null;
    const account: Account = {
      id: String(user.id),
      handle: user.username,
      kind: bot.test(user.username) ? 'bot' : 'person',
    };
    this.#seen.set(account.handle.toLowerCase(), account);
    return account;
  }

  /** Whether an account may push to the project now; `null` where GitLab does not say. */
  async canWrite(account: Account): Promise<boolean | null> {
    const level = await this.#levelOf(account);
    return level === null ? null : level >= developer;
  }

  /** What an account may do in the project now, by GitHub's names; `null` where GitLab does not say. */
  async roleOf(account: Account): Promise<HostRole | null> {
    const level = await this.#levelOf(account);
    return level === null ? null : (roles.find(([least]) => level >= least)?.[1] ?? 'none');
  }

  /** Who is no member has 0, and who was blocked and cannot sign in, or waits to be let in. */
  async #levelOf({ id, handle }: Account): Promise<number | null> {
    const known = this.#levels.get(id);
    if (known !== undefined) return known;
    const answer = await this.unread.attempt(`write access of @${handle}`, async () => {
      try {
        const member = await this.host.api.get(apiPath`/projects/${this.project}/members/all/${id}`, gitlabMember);
        const isIn = member.state === 'active' && (member.membership_state ?? 'active') === 'active';
        return isIn && String(member.id) === id ? member.access_level : 0;
      } catch (error) {
        // Who is no member is not there.
        if (error instanceof HostError && error.trouble.kind === 'not-found') return 0;
        throw error;
      }
    });
    this.#levels.set(id, answer);
    return answer;
  }

  /** Who has a handle of the policy now; `null` where nobody has, or GitLab does not say (which is noted). */
  async findHandle(handle: string): Promise<Account | null> {
    const username = handle.replace(/^@/, '');
    const seen = this.#seen.get(username.toLowerCase());
    if (seen !== undefined) return seen;
    const users = await this.unread.attempt(handle, () =>
      this.host.api.list(apiPath`/users?username=${username}`, gitlabUsers),
    );
    const user = users?.find((each) => each.username.toLowerCase() === username.toLowerCase());
    if (user === undefined && users !== null && users.length > 0) {
      this.unread.note(handle, 'This handle now leads to another. Write the handle of today in the policy.');
    }
    return this.meet(user ?? null);
  }

  /** Who is in a group itself, as GitLab's code owners count them; `null` where the token may not know. */
  async membersOf(group: string): Promise<Account[] | null> {
    return this.unread.attempt(group, async () => {
      const users = await this.host.api.list(apiPath`/groups/${group.replace(/^@/, '')}/members`, gitlabUsers);
      return meetAll(users, (user) => this.meet(user), 'GitLab');
    });
  }
}
