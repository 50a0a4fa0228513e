import { namesAssistant } from '../../change/ai-evidence.js';
import type { Asking, Policy, RosterRow } from '../../policy/policy.js';
import { joinSome } from '../../text/join-words.js';
import { classifyPerson, namesOf, type FormerRosters, type Standing } from './classify-person.js';
import type { Person } from './collect-people.js';
import type { KnownPeople } from './known-people.js';
import { nameOf } from './name-of.js';

/** Whose change a pull request is, for the gate (design §9): as whom the zone judges it, and who still has to be told apart. */
export interface WhoseChange {
  /** `no-zone`: somebody is no pilot PM any more. `nobody-known`: nobody is a PM, and not everybody is known to be none. */
  readonly kind: 'pilot-pm' | 'no-zone' | 'engineers' | 'nobody-known' | 'no-roster';
  /** As whom the zone judges it: where somebody is a pilot PM, those who are. */
  readonly asking: Asking;
  /** What everyone whose change it is goes by. */
  readonly names: readonly string[];
  /** One sentence for people. */
  readonly said: string;
  /** Of these nobody says who they are: the change is not ready until the policy does. */
  readonly unknown: readonly string[];
  /** Teams of engineers that the host did not show: they may be in one. */
  readonly unreadTeams: readonly string[];
}

/**
 * Decides whose change it is by the table of design §9, "Whose change". The host's word counts for everyone with an account; what only a commit
 * claims can make a change a PM's and never makes it an engineer's.
 */
export async function findWhoseChange(
  policy: Policy,
  known: KnownPeople,
  people: readonly Person[],
  former: FormerRosters,
): Promise<WhoseChange> {
  const zones = policy.tips.flatMap(({ zone }) => (zone === undefined ? [] : [zone]));
  const rosters = zones.flatMap(({ roster }) => (roster === undefined ? [] : [roster]));
  const called = (some: readonly Person[]): readonly string[] => [
    ...new Set(some.flatMap((person) => namesOf(person, rosters.flat(), known))),
  ];
  const names = called(people);
  if (rosters.length === 0) {
    const said = 'The policy has no list of PMs, so everyone is judged as a PM.';
    const asking: Asking = { kind: 'no-roster', names, rows: [] };
    return { kind: 'no-roster', asking, names, said, unknown: [], unreadTeams: [] };
  }
  const standings = new Map<Person, Standing>();
  for (const person of people) standings.set(person, await classifyPerson(person, policy, known, former));
  const of = (...kinds: readonly Standing['kind'][]): readonly Person[] =>
    people.filter((person) => kinds.includes((standings.get(person) as Standing).kind));
  const isStrict = zones.some(({ settings }) => settings.controls === 'regulated' || settings.engineers !== undefined);
  const rows = [...standings.values()].flatMap((standing) => ('rows' in standing ? standing.rows : []));
  // An address that is nobody's account and on no roster says nothing, and is told of: whoever pushed it answers for it.
  // A product DRI helps with a PM's change. What is nobody's but theirs is no engineer's.
  const strangers = of('nobody', ...(rows.length > 0 ? [] : (['product-dri'] as const))).filter(
    ({ account, as }) => account !== undefined || as !== 'committer',
  );
  // Whose handle is another's by the host's own word is judged by the handle all the same, since that closes more.
  const nameUnknown = (person: Person): string | undefined =>
    nameBesideHolder(person, known) ?? (strangers.includes(person) ? nameOf(person) : undefined);
  const unknown = isStrict ? people.flatMap((person) => nameUnknown(person) ?? []) : [];
  const engineers = zones.flatMap(({ settings }) => settings.engineers ?? []);
  const unreadTeams = [...new Set(engineers)].filter((name) => name.includes('/') && known.find(name) === undefined);
  const common = { names, unknown, unreadTeams };
  const asking: Asking = {
    kind: rows.length > 0 ? 'pilot-pm' : 'not-on-roster',
    names: rows.length > 0 ? called(of('pilot', 'revoked')) : names,
    rows: [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()],
  };
  const list = (some: readonly Person[]): string => some.map(nameOf).join(', ');
  const revoked = of('revoked');
  if (revoked.length > 0) {
    const said = `${list(revoked)} was a pilot PM and is none any more, so nothing is open to this change.`;
    return { kind: 'no-zone', asking, said, ...common };
  }
  if (rows.length > 0) {
    const said = `This is a change of ${pilotsOf(rows)}.${sayUnclaimed(of('nobody'))}`;
    return { kind: 'pilot-pm', asking, said, ...common };
  }
  const others = people.filter(({ account, as }) => account !== undefined || as !== 'committer');
  if (unknown.length > 0)
    return { kind: 'nobody-known', asking, said: `Nobody says who ${unknown.join(', ')} is.`, ...common };
  const said = isStrict
    ? `Not a PM's change: the policy names ${list(others)} as its engineers.`
    : `No pilot PM is part of this change of ${list(others)}. The policy does not say who its engineers are, so against accounts that it does not know the gate is guidance only.`;
  return { kind: isStrict ? 'engineers' : 'nobody-known', asking, said, ...common };
}

/** What is told of authors and committers whose addresses belong to no account and are on no list; nothing of assistants and robots. */
function sayUnclaimed(people: readonly Person[]): string {
  const addresses = people.flatMap((person) => (person.isNobodys ? person.addresses : []));
  const some = addresses.filter((address) => !namesAssistant(`<${address}>`) && !address.includes('[bot]'));
  if (some.length === 0) return '';
  const belongs = some.length === 1 ? 'is an address that belongs' : 'are addresses that belong';
  return ` Its commits name ${joinSome(some, 3)}, which ${belongs} to no account here: whoever sent them answers for them, and whoever approves looks at who made them.`;
}

/** What an account is called whose handle the host says is another account's: one of the two is not whom the policy means. */
function nameBesideHolder(person: Person, known: KnownPeople): string | undefined {
  const { account } = person;
  const holders = account === undefined ? undefined : known.find(`@${account.handle}`);
  return account === undefined || holders === undefined || holders.some(({ id }) => id === account.id)
    ? undefined
    : `${nameOf(person)} (account ${account.id}, and the policy’s is another)`;
}

/** A person of the roster may be there by account and by address: they are named once. */
function pilotsOf(rows: readonly RosterRow[]): string {
  return [...new Set(rows.map(({ pm, handles }) => [pm, ...handles].slice(0, 2).join(' ')))].join(' and ');
}
