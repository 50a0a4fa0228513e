import type { EvidenceRequest } from '../gate/evidence.js';

/** What is read: a pull request by its number in `owner/name` (on GitLab `group/…/name`), and what the policy makes worth asking. */
export interface EvidenceQuestion {
  readonly repository: string;
  readonly number: number;
  readonly request: EvidenceRequest;
}
