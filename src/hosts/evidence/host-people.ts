import type { Account } from '../../gate/evidence.js';
import type { HostPerson, HostRole } from '../host-access.js';
import { HostError } from '../host-error.js';
import { inTurn } from '../http/in-turn.js';

/** Who is who on a host; `null` where it does not say. */
interface HostPeople {
  findHandle(handle: string): Promise<Account | null>;
  membersOf(team: string): Promise<Account[] | null>;
  roleOf(account: Account): Promise<HostRole | null>;
}

export function readHandles(people: HostPeople, handles: readonly string[]) {
  return inTurn(handles, async (handle) => ({ handle, account: await people.findHandle(handle) }));
}

export function readTeams(people: HostPeople, teams: readonly string[]) {
  return inTurn(teams, async (team) => ({ team, members: await people.membersOf(team) }));
}

export function readRoles(people: HostPeople, handles: readonly string[]): Promise<HostPerson[]> {
  return inTurn(handles, async (handle) => {
    const account = await people.findHandle(handle);
    return { handle, account, role: account === null ? null : await people.roleOf(account) };
  });
}

/** Each account of a reply's users; throws where one of them is none. */
export function meetAll<User>(users: readonly User[], meet: (user: User) => Account | null, host: string): Account[] {
  return users.map((user) => {
    const account = meet(user);
    if (account !== null) return account;
    throw new HostError({ kind: 'malformed', sentence: `${host} names a member that is neither a person nor a bot.` });
  });
}
