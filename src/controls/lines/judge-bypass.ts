import type { Bypass } from '../../hosts/branch-rules.js';
import type { HostAccess, HostRole } from '../../hosts/host-access.js';
import { normalizeHandle } from '../../policy/asking.js';

/** Whether one of these PMs may pass by the rules: who, nobody, or why that is not known. */
export type BypassByPm = { readonly pms: readonly string[] } | { readonly unknown: string };

const roles: readonly HostRole[] = ['none', 'read', 'triage', 'write', 'maintain', 'admin'];

/** Who of the PMs is on a bypass list, by role, account or team. */
export function judgeBypass(
  bypass: readonly Bypass[],
  handles: readonly string[],
  { people, teams }: Pick<HostAccess, 'people' | 'teams'>,
): BypassByPm {
  const found = new Set<string>();
  const unknown: string[] = [];
  const pms = handles.map((handle) => ({
    handle,
    ...people.find((each) => normalizeHandle(each.handle) === normalizeHandle(handle)),
  }));
  for (const entry of bypass) {
    // An app or a key is no person's way, as far as a host can tell.
    if (entry.kind === 'app' || entry.kind === 'key') continue;
    for (const { handle, account = null, role = null } of pms) {
      const isThem = decide(entry, handle, account?.id, role, teams);
      if (isThem === true) found.add(handle);
      if (isThem === undefined) unknown.push(`whether ${handle} is of “${entry.who}”`);
    }
  }
  if (found.size > 0) return { pms: [...found] };
  const [first] = unknown;
  return first === undefined ? { pms: [] } : { unknown: first };
}

function decide(
  { kind, id }: Bypass,
  handle: string,
  account: string | undefined,
  role: HostRole | null,
  teams: HostAccess['teams'],
): boolean | undefined {
  switch (kind) {
    case 'role':
      return role === null ? undefined : roles.indexOf(role) >= roles.indexOf(id as HostRole);
    case 'person':
      if (normalizeHandle(`@${id ?? ''}`) === normalizeHandle(handle)) return true;
      return account === undefined ? undefined : account === id;
    case 'team': {
      const team = teams.find((each) => each.id === id || each.team.toLowerCase().endsWith(`/${String(id)}`));
      const members = team?.members ?? null;
      if (members === null || account === undefined) return undefined;
      return members.some((member) => member.id === account);
    }
    default:
      return undefined;
  }
}
