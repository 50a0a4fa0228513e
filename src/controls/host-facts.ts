import type { BranchRules } from '../hosts/branch-rules.js';
import type { HostAccess } from '../hosts/host-access.js';
import type { HostAnswer } from '../hosts/host-error.js';

/** A repository on its host, with what opens it. */
export interface HostPlace {
  readonly kind: 'github' | 'gitlab';
  /** The address of the host's API. */
  readonly api: string;
  /** `owner/name`, on GitLab with its groups. */
  readonly repository: string;
  readonly token: string;
}

/** What a host said of one repository and branch. */
export interface HostFacts {
  readonly kind: HostPlace['kind'];
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
