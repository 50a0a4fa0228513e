import { noCache } from '../../../git/disk-cache.js';
import { identify } from '../../../policy/asking.js';
import type { Asking, Policy } from '../../../policy/policy.js';
import { readTip } from '../../../policy/read-tip.js';
import { revisionWith, workingCopy } from '../../../policy/revision.js';

/** A policy file with a text that is typed and not in force. */
export interface TypedFile {
  readonly root: string;
  /** From the root. */
  readonly file: string;
  readonly text: string;
}

/** The policy of the working copy with the typed text for its file, as a preview, and who would be asking. */
export async function typedPolicyOf(
  { root, file, text }: TypedFile,
  as: string | undefined,
): Promise<{ readonly policy: Policy; readonly asking: Asking }> {
  const typed = new Map([[file, new TextEncoder().encode(text)]]);
  const policy = { tips: [await readTip(revisionWith(workingCopy(root), typed), noCache)], preview: true } as const;
  return { policy, asking: identify(policy, as === undefined ? [] : [as]) };
}
