import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Account, Evidence, HostReview } from '../../src/gate/evidence.js';
import { pilotRepository, plan, type PilotOptions } from './pilot-repository.js';
import { pmZone, type CommandLineResult } from './run-command-line.js';
import type { TemporaryRepository } from './temporary-repository.js';

/** The people of the pilot's repository as a host knows them. */
export const accounts = {
  maya: { id: '101', handle: 'maya', kind: 'person' },
  max: { id: '102', handle: 'max', kind: 'person' },
  erin: { id: '201', handle: 'erin', kind: 'person' },
  paul: { id: '202', handle: 'paul', kind: 'person' },
  omar: { id: '203', handle: 'omar', kind: 'person' },
  eve: { id: '901', handle: 'eve', kind: 'person' },
  bot: { id: '902', handle: 'helper[bot]', kind: 'bot' },
} as const satisfies Readonly<Record<string, Account>>;

/** A roster for the gate: everyone has a handle. */
export const gateRoster = `
| PM | Email | Feature folders | Flags | Reviewers | Engineering DRI | Product DRI |
| --- | --- | --- | --- | --- | --- | --- |
| Maya (@maya) | maya@example.com | src/home | new-home | @org/home | @erin | @paul |
| Max (@max) | max@example.com | src/other | max-flag | @org/home | @erin | @paul |
`;

/** Where the words of the change are shown, to those who have the flag. */
const shown = {
  'src/home/components/Start.tsx': "export const Start = () => (useFlag('new-home') ? <p>{t('body')}</p> : null);\n",
};

/** A pull request of Maya's: copy behind her flag, by a plan that stands on its own commit before. */
export function goodChange(options: PilotOptions = {}): TemporaryRepository {
  const repository = pilotRepository({ ...options, files: { ...shown, ...options.files } });
  repository.write('src/home/PLANNING.md', plan);
  repository.commit('Plan the home page');
  repository.write(
    'src/home/i18n/en.json',
    '{\n  "title": "Home, {name}",\n  "body": "Add your first project to begin."\n}\n',
  );
  repository.write(
    'src/home/i18n/de.json',
    '{\n  "title": "Start, {name}",\n  "body": "Leg dein erstes Projekt an."\n}\n',
  );
  repository.commit('Say what to do first');
  return repository;
}

/** What a host would say of the branch that is checked out, against `main`: opened and pushed by Maya, with nobody's review. */
export function evidenceOf(repository: TemporaryRepository, changes: Partial<Evidence> = {}): Evidence {
  const head = repository.git('rev-parse', 'HEAD');
  const base = repository.git('rev-parse', 'main');
  const commits = repository.git('rev-list', '--reverse', 'main..HEAD').split('\n').filter(Boolean);
  return {
    version: 1,
    host: { kind: 'github', url: 'https://github.com', repository: 'org/app' },
    readAt: '2026-01-02T03:04:05Z',
    pullRequest: {
      number: 7,
      author: accounts.maya,
      base: { ref: 'main', commit: base },
      head: { ref: 'pm/home', commit: head, repository: 'org/app' },
      retargetedAt: null,
    },
    sameHead: [],
    commits: commits.map((commit) => ({ commit, author: accounts.maya, committer: accounts.maya })),
    pushes: [{ by: accounts.maya, before: null, after: head, at: '2026-01-02T03:00:00Z' }],
    reviews: [],
    approvals: 'name-commit',
    handles: Object.values(accounts)
      .filter(({ kind }) => kind === 'person')
      .map((account) => ({ handle: `@${account.handle}`, account })),
    teams: [
      { team: '@org/home', members: [accounts.omar] },
      { team: '@org/all', members: [accounts.omar, accounts.erin] },
      { team: '@org/pay', members: [accounts.omar] },
    ],
    plans: [],
    unread: [],
    ...changes,
  };
}

/** An approval of a commit by somebody who may write. */
export function approval(by: Account, commit: string | null, changes: Partial<HostReview> = {}): HostReview {
  return {
    id: `r-${by.handle}`,
    by,
    opinion: 'approved',
    commit,
    at: '2026-01-02T03:03:00Z',
    canWrite: true,
    waives: [],
    ...changes,
  };
}

/** Maya confirms all that is hers to confirm. */
export async function confirmAll(repository: TemporaryRepository): Promise<void> {
  const { code, stderr } = await pmZone(repository, ['attest', '--all']);
  assert.equal(code, 0, stderr);
}

/** The evidence of a change that both DRIs approved at the head. */
export function approvedEvidence(repository: TemporaryRepository, changes: Partial<Evidence> = {}): Evidence {
  const head = repository.git('rev-parse', 'HEAD');
  return evidenceOf(repository, {
    reviews: [approval(accounts.erin, head), approval(accounts.paul, head)],
    ...changes,
  });
}

/** Runs the gate on the branch that is checked out, with this evidence in a file outside of the repository. */
export async function runGate(
  repository: TemporaryRepository,
  evidence: unknown,
  args: readonly string[] = ['--format', 'json'],
): Promise<CommandLineResult> {
  const file = join(mkdtempSync(join(tmpdir(), 'pm-zone-test-evidence-')), 'evidence.json');
  writeFileSync(file, JSON.stringify(evidence));
  return pmZone(repository, ['review', '--base', 'main', '--evidence', file, ...args]);
}
