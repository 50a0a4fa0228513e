import assert from 'node:assert/strict';
import type { Account, Evidence } from '../../src/gate/evidence.js';
import { appendixA, pilotRepository, plan } from './pilot-repository.js';
import { fullPlan } from '../planning/plan-texts.js';
import { accounts, approval, confirmAll, evidenceOf, gateRoster, runGate } from './pull-request.js';
import type { TemporaryRepository } from './temporary-repository.js';

const { maya, erin, paul } = accounts;
export const policy = appendixA + gateRoster;
export const regulated = `${policy}\n**Controls:** regulated\n**Engineers:** @org/all\n`;
export const doc = 'src/home/PLANNING.md';
const erins = { author: 'Erin <erin@example.com>' };
export const webFlow: Account = { id: '19864447', handle: 'web-flow', kind: 'person' };
const bothApprove = (repository: TemporaryRepository): Evidence['reviews'] => {
  const head = repository.git('rev-parse', 'HEAD');
  return [approval(erin, head), approval(paul, head)];
};

/** A change by the plan, with these files and this message. */
export function byPlan(
  files: Readonly<Record<string, string>>,
  { message = 'Change the home page', text = plan, start = {}, rules = policy } = {},
): TemporaryRepository {
  const repository = pilotRepository({ policy: rules, files: start });
  repository.write(doc, text);
  repository.commit('Plan the home page');
  for (const [path, content] of Object.entries(files)) repository.write(path, content);
  repository.commit(message);
  return repository;
}

export function onMain(repository: TemporaryRepository, path = 'lib/a.ts'): void {
  repository.git('switch', '-q', 'main');
  repository.write(path, 'export const a = 1;\n');
  repository.commit('Go on', erins);
  repository.git('switch', '-q', 'pm/home');
}

export const asErin = ['-c', 'user.name=Erin', '-c', 'user.email=erin@example.com'] as const;
export const flags = (rollout: number): string =>
  `new-home:\n  enabled: ${rollout > 0}\n  rollout: ${rollout}\nold-home:\n  enabled: true\n  rollout: 100\n`;
export const whole = (level: string): string =>
  fullPlan
    .replace('Draft', 'Approved')
    .replace('src/features/home', 'src/home')
    .replace('**Level:** prompt', `**Level:** ${level}`);
export const feature = plan.replace('**Level:** copy', '**Level:** config');

export interface GoodChange {
  readonly make: () => TemporaryRepository;
  /** Beside both DRIs' approvals of the head. */
  readonly evidence?: (repository: TemporaryRepository) => Partial<Evidence> & { readonly author?: Account };
}

/** A test for each change, that the gate lets it through. */
export function testGoodChanges(changes: Readonly<Record<string, GoodChange>>): void {
  for (const [title, { make, evidence }] of Object.entries(changes)) {
    it(title, async () => {
      const repository = make();
      const isMayas = evidence === undefined || evidence(repository).author === undefined;
      if (isMayas) await confirmAll(repository);
      const { author = maya, ...more } = evidence?.(repository) ?? {};
      const good = evidenceOf(repository, { reviews: bothApprove(repository) });
      const of = (account: Account | null): Account | null => (account?.id === maya.id ? author : account);
      const { code, stdout, stderr } = await runGate(
        repository,
        {
          ...good,
          pullRequest: { ...good.pullRequest, author },
          pushes: (good.pushes ?? []).map((push) => ({ ...push, by: of(push.by) })),
          commits: good.commits.map((each) => ({ ...each, author: of(each.author), committer: of(each.committer) })),
          ...more,
        },
        [],
      );
      assert.equal(code, 0, stdout + stderr);
    });
  }
}
