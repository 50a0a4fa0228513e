import type { BranchRules } from '../hosts/branch-rules.js';
import type { HostAccess } from '../hosts/host-access.js';
import type { HostedRepository } from '../hosts/host-api.js';
import type { HostAnswer } from '../hosts/host-error.js';

/** What a host said of one repository and branch. */
export interface HostFacts {
  readonly kind: HostedRepository['kind'];
  /** The repository's page: `https://github.com/acme/shop`. */
  readonly page: string;
  readonly branch: string;
  /** When it was asked, by the clock here. */
  readonly readAt: string;
  readonly rules: HostAnswer<BranchRules>;
  readonly access: HostAccess;
  /** How many names of the policy were not asked about, since there are too many. */
  readonly leftOut: number;
}
