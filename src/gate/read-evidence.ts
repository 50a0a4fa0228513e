import * as z from 'zod/mini';
import { evidenceSchema, type Evidence } from './evidence.js';

/** Evidence, or one sentence on why it is none. */
export type ReadEvidence = { readonly evidence: Evidence } | { readonly problem: string };

/** Reads a document of the published schema `docs/schemas/evidence-v1.json`; one that does not fit in every part is refused. */
export function readEvidence(text: string): ReadEvidence {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { problem: 'The evidence is no JSON. Write it as docs/schemas/evidence-v1.json says.' };
  }
  const read = z.safeParse(evidenceSchema, data);
  if (read.success) return { evidence: read.data };
  const { path, message } = read.error.issues[0] as z.core.$ZodIssue;
  const place = path.length === 0 ? 'The evidence' : `${path.map(String).join('.').slice(0, 200)} of the evidence`;
  return { problem: `${place} is not as docs/schemas/evidence-v1.json says: ${message}.` };
}

/** Why evidence is not about this base and head, if so: whose word it is would be another's. */
export function whyOther(
  { pullRequest }: Evidence,
  base: { readonly ref: string; readonly commit: string },
  head: { readonly commit: string },
): string | undefined {
  if (pullRequest.head.commit !== head.commit)
    return `The evidence is about the head ${pullRequest.head.commit.slice(0, 12)}, and this is ${head.commit.slice(0, 12)}. Fetch the branch, and read the host again.`;
  const branch = pullRequest.base.ref.replace(/^refs\/heads\//, '');
  if (base.ref !== branch && !base.ref.endsWith(`/${branch}`) && base.ref !== base.commit)
    return `The pull request goes to ${branch}, and this is judged against ${base.ref}. Name its base with --base.`;
  if (pullRequest.base.commit !== base.commit)
    return `On the host ${branch} is at ${pullRequest.base.commit.slice(0, 12)}, and here at ${base.commit.slice(0, 12)}. Fetch it, then read the host again.`;
  return undefined;
}
