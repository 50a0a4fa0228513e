import type { Account } from '../gate/evidence.js';

/** What is asked of a host besides a branch's rules. */
export interface AccessQuestion {
  /** `owner/name`, on GitLab with its groups. */
  readonly repository: string;
  readonly branch: string;
  /** Of the policy, as written: `@maya`. */
  readonly handles: readonly string[];
  /** Of the policy, as written: `@org/team`. */
  readonly teams: readonly string[];
}

/** Who may do what in a repository, as far as its host said. */
export interface HostAccess {
  readonly people: readonly HostPerson[];
  readonly teams: readonly HostTeam[];
  /** What the host finds wrong with CODEOWNERS; `null` where it did not say. */
  readonly codeownersErrors: readonly HostCodeownersError[] | null;
  /** Whether a job in CI may approve a pull request; `null` where the host did not say. */
  readonly jobsApprove: boolean | null;
  /** Each with why: a handle, a team, or what else could not be read. */
  readonly unread: readonly { readonly part: string; readonly why: string }[];
}

export type HostRole = 'admin' | 'maintain' | 'write' | 'triage' | 'read' | 'none';

export interface HostPerson {
  readonly handle: string;
  /** `null` where nobody has the handle, or `unread` names it. */
  readonly account: Account | null;
  /** What they may do in the repository; `null` where that is not known. */
  readonly role: HostRole | null;
}

export interface HostTeam {
  readonly team: string;
  /** The host's number; `null` where the team is not on the repository, or that is not known. */
  readonly id: string | null;
  /** Child teams included; `null` where that is not known. */
  readonly members: readonly Account[] | null;
  /** Whether it may write to the repository, so that its members' approvals count; `null` where that is not known. */
  readonly canWrite: boolean | null;
}

/** A line of CODEOWNERS that the host cannot use. */
export interface HostCodeownersError {
  readonly path: string;
  readonly line: number;
  /** In the host's words. */
  readonly kind: string;
}

/** What `unread` calls the parts that have no name of their own. */
export const accessParts = {
  codeowners: 'the errors of CODEOWNERS',
  teams: 'the teams of the repository',
  jobs: 'what jobs of GitHub Actions may do',
} as const;

/** Whether a role is one whose approvals count. */
export function canApprove(role: HostRole): boolean {
  return ['admin', 'maintain', 'write'].includes(role);
}
