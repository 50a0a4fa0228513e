import * as z from 'zod/mini';
import { normalizeHandle } from '../policy/asking.js';
import { evidenceSchema, type Evidence } from './evidence.js';
import { findDoubledKey } from './find-doubled-key.js';

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
  const doubled = findDoubledKey(text);
  if (doubled !== undefined) {
    return {
      problem: `The evidence has ${doubled.slice(0, 200)} twice, so nobody can say which counts. Read the host again.`,
    };
  }
  const read = z.safeParse(evidenceSchema, data);
  if (read.success) {
    const twice = findContradiction(read.data);
    return twice === undefined
      ? { evidence: read.data }
      : {
          problem: `The evidence says two things of ${twice.slice(0, 200)}, so nobody can say which is true. Read the host again.`,
        };
  }
  const issue = read.error.issues[0] as z.core.$ZodIssue;
  const { path } = issue;
  const place = path.length === 0 ? 'The evidence' : `${path.map(String).join('.').slice(0, 200)} of the evidence`;
  return { problem: `${place} is not as docs/schemas/evidence-v1.json says: ${whatIsWrong(issue)}.` };
}

function whatIsWrong(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `it has ${JSON.stringify(issue.keys.join(', ').slice(0, 200))}, of which the schema knows nothing`;
    case 'invalid_type':
      return `it is missing, or no ${issue.expected}`;
    case 'too_big':
      return 'it is too long';
    default:
      return 'it is not written in that form';
  }
}

/** What is there twice and not the same both times, if anything: which one counts would be chance. */
function findContradiction({ reviews, commits, handles, teams, plans }: Evidence): string | undefined {
  const said = new Map<string, string>();
  const all = [
    ...reviews.map((each) => [`the review ${each.id}`, each] as const),
    ...commits.map((each) => [`the commit ${each.commit}`, each] as const),
    ...handles.map(({ handle, account }) => [`the handle ${normalizeHandle(handle)}`, account] as const),
    ...teams.map(({ team, members }) => [`the team ${normalizeHandle(team)}`, members] as const),
    ...plans.map((each) => [`the plan ${each.path}`, each] as const),
    ...plans.flatMap(({ pullRequest }) =>
      pullRequest === null
        ? []
        : pullRequest.reviews.map((each) => [`the review ${each.id} of #${pullRequest.number}`, each] as const),
    ),
  ];
  for (const [name, each] of all) {
    const is = JSON.stringify(each);
    if ((said.get(name) ?? is) !== is) return name;
    said.set(name, is);
  }
  return undefined;
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
