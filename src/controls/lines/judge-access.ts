import { accessParts, canApprove, type HostPerson, type HostTeam } from '../../hosts/host-access.js';
import { normalizeHandle } from '../../policy/asking.js';
import type { HostFacts } from '../host-facts.js';
import type { HostLine } from '../host-line.js';
import type { NamedPeople } from '../named-people.js';
import { hostPages } from './host-pages.js';
import { enforced, notSet, someOf, unread, whyUnread, type Said } from './line-maker.js';

/** What CODEOWNERS, the jobs, and everyone whom the policy names come to on the host. */
export function judgeAccess(facts: HostFacts, named: NamedPeople, codeowners: string | undefined): readonly HostLine[] {
  const { access } = facts;
  const pages = hostPages(facts);
  const has = (names: readonly string[], name: string): boolean =>
    names.some((each) => normalizeHandle(each) === normalizeHandle(name));
  const people = access.people.map((person): HostLine => {
    const { handle } = person;
    const isPm = has(named.pms, handle);
    const isApprover = has(named.approvers, handle);
    const isRevoked = !isPm && has(named.revoked, handle);
    const what = isPm
      ? `${handle}, a pilot PM, has an account and does not administer the repository`
      : isApprover
        ? `${handle}, who signs off or reviews, has an account whose approval counts`
        : isRevoked
          ? `${handle}, whose row is revoked, may not push`
          : `${handle}, of Engineers, has an account`;
    const said = judgePerson(person, { isPm, isApprover, isRevoked }, facts);
    const kind = isPm ? 'pm' : isApprover ? 'approver' : isRevoked ? 'revoked' : 'engineer';
    return { id: `${kind} ${handle}`, what, ...said, page: pages.people };
  });
  const teams = access.teams.map((team): HostLine => {
    const isApprover = has(named.approvers, team.team);
    const what = isApprover
      ? `${team.team}, which signs off or reviews, has members whose approvals count, and no pilot PM`
      : `${team.team}, of Engineers, has members, and no pilot PM`;
    const said = judgeTeam(team, isApprover, named.pms, facts);
    return { id: `${isApprover ? 'approver' : 'engineer'} ${team.team}`, what, ...said, page: pages.team(team.team) };
  });
  const leftOut: readonly HostLine[] =
    facts.leftOut === 0
      ? []
      : [
          {
            id: 'people-left-out',
            what: 'Everyone whom the policy names was asked about',
            ...unread(`It names too many: ${facts.leftOut} were left out.`),
            page: pages.people,
          },
        ];
  return [
    judgeCodeowners(facts, codeowners),
    ...(facts.kind === 'github' ? [judgeJobs(facts)] : []),
    ...people,
    ...teams,
    ...leftOut,
  ];
}

function judgeCodeowners(facts: HostFacts, file: string | undefined): HostLine {
  const { access, branch } = facts;
  const line = {
    id: 'codeowners-errors',
    what: 'The host can use every line of CODEOWNERS',
    page: hostPages(facts).codeowners(file ?? 'CODEOWNERS'),
  };
  if (file === undefined) return { ...line, ...notSet('There is no CODEOWNERS file.') };
  const { codeownersErrors: errors } = access;
  if (errors === null) return { ...line, ...unread(whyUnread(partsOf(facts, accessParts.codeowners))) };
  const places = errors.map(({ path, line: number, kind: fault }) => `${path}:${number} (${fault.slice(0, 60)})`);
  return {
    ...line,
    ...(places.length === 0
      ? enforced(`It reports no error on ${branch}.`)
      : notSet(`${places.length === 1 ? 'One line is' : `${places.length} lines are`} not used: ${someOf(places)}.`)),
  };
}

function judgeJobs(facts: HostFacts): HostLine {
  const { jobsApprove } = facts.access;
  const line = {
    id: 'jobs-approve',
    what: 'No job of GitHub Actions approves a pull request',
    page: hostPages(facts).jobs,
  };
  if (jobsApprove === null) return { ...line, ...unread(whyUnread(partsOf(facts, accessParts.jobs))) };
  return { ...line, ...(jobsApprove ? notSet('They are allowed to.') : enforced('They are not allowed to.')) };
}

interface Roles {
  readonly isPm: boolean;
  readonly isApprover: boolean;
  readonly isRevoked: boolean;
}

function judgePerson({ handle, account, role }: HostPerson, roles: Roles, facts: HostFacts): Said {
  const { isPm, isApprover, isRevoked } = roles;
  const why = facts.access.unread.filter(({ part }) => part === handle);
  if (account === null) {
    if (why.length > 0) return unread(whyUnread(why));
    return isRevoked ? enforced('Nobody has this handle.') : notSet('Nobody has this handle: mend it in the policy.');
  }
  const renamed = why.map((each) => each.why).join(' ');
  if (renamed !== '') return notSet(renamed);
  if (!isPm && !isApprover && !isRevoked) return enforced('The account is there.');
  if (role === null) {
    const part = `write access of @${account.handle}`;
    return unread(
      `${whyUnread(facts.access.unread.filter((each) => each.part === part))} Who may push may ask this of the host.`,
    );
  }
  const may = `Their role is “${role}”.`;
  if (isPm) return role === 'admin' ? notSet(`${may} They could change the rules.`) : enforced(may);
  if (isRevoked) return canApprove(role) ? notSet(`${may} Take it away.`) : enforced(may);
  return canApprove(role) ? enforced(may) : notSet(`${may} An approval by them counts for nothing.`);
}

function judgeTeam(
  { team, members, canWrite }: HostTeam,
  isApprover: boolean,
  pms: readonly string[],
  facts: HostFacts,
): Said {
  const { unread: parts, people } = facts.access;
  const missing: string[] = [];
  const open: string[] = [];
  if (isApprover && canWrite === false)
    missing.push('It may not write to the repository, so its approvals count for nothing.');
  if (isApprover && canWrite === null)
    open.push(
      whyUnread(parts.filter(({ part }) => part.startsWith(accessParts.teams) || part === `write access of ${team}`)),
    );
  if (members === null) {
    open.push(
      `${whyUnread(parts.filter(({ part }) => part === team))} Members are told to a token that may read those of the organization.`,
    );
  } else {
    const ids = new Set(members.map(({ id }) => id));
    const known = pms.map((pm) => people.find(({ handle }) => normalizeHandle(handle) === normalizeHandle(pm)));
    const inside = known.flatMap((pm) => (pm !== undefined && ids.has(pm.account?.id ?? '') ? [pm.handle] : []));
    if (members.length === 0) missing.push('Nobody is in it.');
    if (inside.length > 0) missing.push(`A pilot PM is in it: ${someOf(inside)}.`);
    if (known.some((pm) => (pm?.account ?? null) === null))
      open.push('Not every pilot PM has an account that could be looked for in it.');
  }
  if (missing.length > 0) return notSet(missing.join(' '));
  if (open.length > 0) return unread(open.join(' '));
  const { length: count } = members as NonNullable<typeof members>;
  return enforced(`It has ${count === 1 ? '1 member' : `${count} members`}${isApprover ? ' and may write' : ''}.`);
}

function partsOf({ access }: HostFacts, part: string): HostFacts['access']['unread'] {
  return access.unread.filter((each) => each.part.startsWith(part));
}
