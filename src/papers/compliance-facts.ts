import type { HostReport } from '../controls/examine-host.js';
import type { Examination } from '../doctor/examine-policy.js';
import type { findUnreadOwners } from '../doctor/find-unread-owners.js';
import type { ListedRule } from '../policy/check-policy.js';
import type { PolicyTip, Zone } from '../policy/policy.js';
import type { ListedItem } from '../review/list-items.js';

/** Everything that the compliance walkthrough tells: of one commit, and of the host where it was asked. */
export interface ComplianceFacts {
  /** The repository's name. */
  readonly name: string;
  /** The policy as that commit has it, which is known. */
  readonly tip: PolicyTip & { readonly commit: string; readonly zone: Zone };
  /** The other policies that count besides and can only close more, each as `REF at COMMIT`. */
  readonly besides: readonly string[];
  /** How many files the commit has. */
  readonly files: number;
  /** It is not the policy that counts: somebody proposes it. */
  readonly isProposed: boolean;
  readonly examination: Examination;
  readonly rules: readonly ListedRule[];
  /** The CODEOWNERS that the host does not read. */
  readonly unread: ReturnType<typeof findUnreadOwners>;
  readonly items: readonly ListedItem[];
  /** Who owns each file that steers the policy, and the gate's workflows, with the lines of CODEOWNERS. */
  readonly steering: readonly OwnedFile[];
  readonly plans: readonly PlanFact[];
  /** How many planning docs there are more than were read. */
  readonly morePlans: number;
  /** Of each flag of the roster where it stands; `undefined` where there are too many flag files to read. */
  readonly flags: readonly FlagFact[] | undefined;
  /** Workflows that are called as the gate's are. */
  readonly gateFiles: readonly string[];
  /** `undefined` where the host was not asked. */
  readonly host: HostReport | undefined;
  /** The page of a file as the commit has it, where the repository is on a host. */
  readonly pageOf: (path: string, line?: number) => string | undefined;
  /** The version of PM Zone. */
  readonly version: string;
}

export interface OwnedFile {
  readonly path: string;
  readonly owners: readonly string[];
  /** Lines of CODEOWNERS. */
  readonly lines: readonly number[];
}

export interface PlanFact {
  readonly path: string;
  /** `undefined` where it could not be read. */
  readonly status: string | undefined;
  readonly flags: readonly string[];
  /** What it lacks, each part by its name. */
  readonly gaps: readonly string[];
  /** The commit that brought it. */
  readonly since: string | undefined;
}

export interface FlagFact {
  readonly flag: string;
  readonly pm: string;
  readonly places: readonly {
    readonly path: string;
    readonly line: number;
    readonly state: 'on' | 'off' | 'unknown';
  }[];
}
