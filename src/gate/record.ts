import type { Repository } from '../git/repository.js';
import type { Policy, Reason } from '../policy/policy.js';
import { version } from '../policy/version.js';
import type { Evidence } from './evidence.js';
import type { GateVerdict } from './gate-verdict.js';
import type { PolicyChange } from './policy-change.js';

/** What the predicate of a record is called; the number changes with its form (`docs/schemas/record-v1.json`). */
const recordType = 'https://github.com/pm-zone/pm-zone/blob/main/docs/schemas/record-v1.json';

/**
 * What a run of the gate judged, as one statement (design §9, "Record"): an in-toto Statement v1 about the head's commit and tree, in one line of
 * canonical JSON (RFC 8785). The same base, head, policy and evidence give the same bytes. Rejects with a `GitError`.
 */
export async function writeRecord(
  repository: Repository,
  policy: Policy,
  base: { readonly ref: string; readonly commit: string },
  verdict: GateVerdict,
  evidence: Evidence,
): Promise<string> {
  const { review, whose, outcome, files, items, waived, troubles, problems, pullRequest, policyChange } = verdict;
  const head = review.head.commit as string;
  const statement = {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [
      { name: 'commit', digest: { gitCommit: head } },
      { name: 'tree', digest: { gitTree: await idOf(repository, `${head}^{tree}`) } },
    ],
    predicateType: recordType,
    predicate: {
      tool: { name: 'pm-zone', version },
      outcome,
      pullRequest,
      base: { ref: base.ref, commit: base.commit, mergeBase: review.base.commit },
      policy: await policyFiles(repository, policy),
      whose: { kind: whose.kind, people: whose.names.toSorted(), unknown: whose.unknown },
      files: files.map(({ path, standing, rule }) => ({ path, standing, rule: rule && recordRule(rule) })),
      items: items.map(({ id, section, text, state, by, waitsFor }) => ({ id, section, text, state, by, waitsFor })),
      findings: review.findings.map(({ id, check, severity, path, line, message }) => {
        return { id, check, severity, path, line, message, waivedBy: waived.get(id) };
      }),
      policyChange: policyChange && summarize(policyChange),
      crashes: review.crashes,
      troubles,
      problems,
      evidence: {
        host: evidence.host,
        readAt: evidence.readAt,
        reviews: evidence.reviews.map(({ id, by, opinion, commit }) => ({ id, by: by?.id, opinion, commit })),
        unread: evidence.unread,
      },
    },
  };
  return `${canonicalJson(statement)}\n`;
}

/** A rule that is built into PM Zone stands on no line of any file. */
function recordRule({ file, line, text }: Reason): object {
  return line === 0 ? { text } : { file, line, text };
}

/** What it opens and closes in figures, for whom: path by path it can be said again from the commits. */
function summarize({ comparison: { people, settings, owners }, ...change }: PolicyChange): object {
  return {
    ...change,
    people: people.map(({ pm, names, isUnjudged, opened, closed, loosened }) => {
      return { pm, names, isUnjudged, opened: opened.length, closed: closed.length, loosened: loosened.length };
    }),
    settings,
    owners: owners.map(({ before, after, paths, opens }) => ({ before, after, paths: paths.length, opens })),
  };
}

/** Each file of the policy as the base has it, by the id of its blob; an import without a file behind it, as a team's handle reads, is none. */
async function policyFiles(repository: Repository, { tips }: Policy): Promise<readonly object[]> {
  const files = tips.flatMap(({ ref, commit, zone, codeowners, skill }) => {
    const paths = [zone?.file, ...(zone?.sources ?? []), codeowners?.file, skill?.path];
    return [...new Set(paths)].flatMap((path) => (path === undefined ? [] : [{ ref, commit, path }]));
  });
  const named = await Promise.all(
    files.map(async (file) => ({ ...file, blob: await idOf(repository, `${file.commit as string}:${file.path}`) })),
  );
  return named.filter(({ blob }) => blob !== undefined);
}

async function idOf({ objects }: Repository, name: string): Promise<string | undefined> {
  const found = (await objects.read([name], { maxBytes: 0 })).get(name);
  return typeof found === 'object' ? found.oid : undefined;
}

/** RFC 8785 for what a record holds: no numbers but whole ones, keys in order, what is undefined left out. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  );
}
