import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Account, Evidence, HostReview } from '../../src/gate/evidence.js';
import type { PolicyChange } from '../../src/gate/policy-change.js';
import type { GateItem } from '../../src/gate/gate-verdict.js';
import type { Finding } from '../../src/review/review.js';
import { appendixA, pilotRepository, type PilotOptions } from './pilot-repository.js';
import { accounts, approval, evidenceOf, gateRoster, runGate } from './pull-request.js';
import type { TemporaryRepository } from './temporary-repository.js';

/** A policy with something in it of everything that can be weakened; Paul signs for compliance. */
export const wholePolicy = `${appendixA}${gateRoster}
**Size limit:** 10 files, 200 lines
**Audit log:** \`src/trail/**\`
**Compliance sign-off:** @paul
`;

/** A pilot that runs on the day of these tests. */
export const running = '**Pilot:** from 2026-01-01 to 2026-01-28\n';

export const engineer = 'E <e@x.example>';

/** A repository with this policy, and an engineer's branch of its own that is checked out. */
export function policyRepository(policy: string = wholePolicy, options: PilotOptions = {}): TemporaryRepository {
  return pilotRepository({ policy, ...options });
}

/** Puts other words in the place of some that have to be there. */
export function edit(repository: TemporaryRepository, path: string, from: string | RegExp, to: string): void {
  const text = readFileSync(join(repository.root, path), 'utf8');
  const edited = text.replace(from, to);
  assert.notEqual(edited, text, `${path} has no ${String(from)}`);
  repository.write(path, edited);
}

/** Evidence of a pull request that one account opened, pushed and committed. */
export function by(repository: TemporaryRepository, account: Account, reviews: readonly HostReview[] = []): Evidence {
  const good = evidenceOf(repository);
  return {
    ...good,
    pullRequest: { ...good.pullRequest, author: account },
    pushes: (good.pushes ?? []).map((push) => ({ ...push, by: account })),
    commits: good.commits.map(({ commit }) => ({ commit, author: account, committer: account })),
    reviews: [...reviews],
  };
}

/** Approvals of what is checked out. */
export function approvedBy(repository: TemporaryRepository, ...people: readonly Account[]): readonly HostReview[] {
  const head = repository.git('rev-parse', 'HEAD');
  return people.map((each) => approval(each, head));
}

export interface PolicyVerdict {
  readonly code: number;
  readonly outcome: string;
  readonly said: string;
  readonly items: readonly GateItem[];
  readonly findings: readonly Finding[];
  readonly change: PolicyChange | undefined;
}

/** What the gate makes of what is checked out, as a pull request of this account. */
export async function judgePolicy(
  repository: TemporaryRepository,
  account: Account = accounts.eve,
  reviews: readonly HostReview[] = [],
): Promise<PolicyVerdict> {
  const { code, json, stderr } = await runGate(repository, by(repository, account, reviews));
  const [data] = json as readonly {
    gate: { outcome: string; whose: { said: string }; items: GateItem[]; policyChange?: PolicyChange };
    findings: Finding[];
  }[];
  assert.ok(data, stderr);
  const { outcome, whose, items, policyChange } = data.gate;
  return { code, outcome, said: whose.said, items, findings: data.findings, change: policyChange };
}
