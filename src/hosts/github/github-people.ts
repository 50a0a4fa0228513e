import type * as z from 'zod/mini';
import type { Account } from '../../gate/evidence.js';
import { meetAll } from '../evidence/host-people.js';
import type { UnreadParts } from '../evidence/unread-parts.js';
import type { HostRole } from '../host-access.js';
import { HostError } from '../host-error.js';
import { apiPath } from '../http/api-path.js';
import type { GithubHost } from '../open-github.js';
import { githubAccount } from './github-account.js';
import { githubPermission, githubUser, githubUsers, type GithubUser } from './github-replies.js';

type Permission = z.infer<typeof githubPermission>;

/** From the most to the least. */
const roles: readonly HostRole[] = ['admin', 'maintain', 'write', 'triage', 'read', 'none'];

/** The accounts of one run: nobody is asked for whom a reply has shown already. */
export class GithubPeople {
  readonly #seen = new Map<string, Account>();
  readonly #permissions = new Map<string, Permission | null>();

  constructor(
    readonly host: GithubHost,
    readonly owner: string,
    readonly name: string,
    readonly unread: UnreadParts,
  ) {}

  /** The account of a reply's user, which is remembered. */
  meet(user: GithubUser | Record<string, never> | null): Account | null {
    const account = githubAccount(user);
    if (account !== null) this.#seen.set(account.handle.toLowerCase(), account);
    return account;
  }

  /** Whether an account may write to the repository now; `null` where GitHub does not say. */
  async canWrite(account: Account): Promise<boolean | null> {
    const reply = await this.#permissionOf(account);
    return reply && ['admin', 'write'].includes(reply.permission);
  }

  /** What an account may do in the repository now; `null` where GitHub does not say. A role of the organization's own counts as what it is built on. */
  async roleOf(account: Account): Promise<HostRole | null> {
    const reply = await this.#permissionOf(account);
    if (reply === null) return null;
    const { permission, role_name: name } = reply;
    return roles.find((each) => each === name) ?? roles.find((each) => each === permission) ?? 'none';
  }

  async #permissionOf({ id, handle }: Account): Promise<Permission | null> {
    const known = this.#permissions.get(id);
    if (known !== undefined) return known;
    const part = `write access of @${handle}`;
    const reply = await this.unread.attempt(part, () =>
      this.host.api.get(
        apiPath`/repos/${this.owner}/${this.name}/collaborators/${handle}/permission`,
        githubPermission,
      ),
    );
    const same = reply !== null && this.meet(reply.user)?.id === id;
    if (reply !== null && !same) this.unread.note(part, `@${handle} is somebody else by now.`);
    const answer = same ? reply : null;
    this.#permissions.set(id, answer);
    return answer;
  }

  /** Who has a handle of the policy now; `null` where nobody has, or GitHub does not say (which is noted). */
  async findHandle(handle: string): Promise<Account | null> {
    const login = handle.replace(/^@/, '');
    const seen = this.#seen.get(login.toLowerCase());
    if (seen !== undefined) return seen;
    if (!/^[\w-]{1,100}(?:\[bot\])?$/.test(login)) {
      this.unread.note(handle, 'This is no handle that GitHub could have. Mend it in the policy.');
      return null;
    }
    const user = await this.unread.attempt(handle, async () => {
      try {
        return await this.host.api.get(apiPath`/users/${login}`, githubUser);
      } catch (error) {
        if (error instanceof HostError && error.trouble.kind === 'not-found') return null;
        throw error;
      }
    });
    if (user === null) return null;
    const account = this.meet(user);
    if (account === null) this.unread.note(handle, 'This is neither a person nor a bot. Name a person in the policy.');
    else if (account.handle.toLowerCase() !== login.toLowerCase()) {
      this.unread.note(handle, `This handle now leads to @${account.handle}. Write the handle of today in the policy.`);
    }
    return account;
  }

  /** Who is in a team `@org/team`, child teams included; `null` where the token may not know. */
  async membersOf(team: string): Promise<Account[] | null> {
    const [org = '', slug = '', ...rest] = team.replace(/^@/, '').split('/');
    if (rest.length > 0) {
      this.unread.note(team, 'A team is written @organization/team. Mend it in the policy.');
      return null;
    }
    return this.unread.attempt(team, async () => {
      const users = await this.host.api.list(apiPath`/orgs/${org}/teams/${slug}/members`, githubUsers);
      return meetAll(users, (user) => this.meet(user), 'GitHub');
    });
  }
}
