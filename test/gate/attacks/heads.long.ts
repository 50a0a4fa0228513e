import type { Evidence } from '../../../src/gate/evidence.js';
import assert from 'node:assert/strict';
import {
  accounts,
  approval,
  approvedEvidence,
  confirmAll,
  evidenceOf,
  goodChange,
  runGate,
} from '../../support/pull-request.js';
import type { TemporaryRepository } from '../../support/temporary-repository.js';

const { maya, erin, paul } = accounts;
const english = 'src/home/i18n/en.json';
const text = (body: string): string => `{\n  "title": "Home, {name}",\n  "body": "${body}"\n}\n`;

/** Both DRIs approved an earlier head; `then` made the head of today. */
async function approvedBefore(then: (repository: TemporaryRepository) => void): Promise<readonly [number, string]> {
  const repository = goodChange();
  const before = repository.git('rev-parse', 'HEAD');
  then(repository);
  await confirmAll(repository);
  const reviews = [approval(erin, before), approval(paul, before)];
  const { code, stdout, stderr } = await runGate(repository, evidenceOf(repository, { reviews }), []);
  return [code, stdout + stderr];
}

function onMain(repository: TemporaryRepository, path: string, content: string): void {
  repository.git('switch', '-q', 'main');
  repository.write(path, content);
  repository.commit('Go on', { author: 'Omar <omar@example.com>' });
  repository.git('switch', '-q', 'pm/home');
}

describe('an approval of an earlier head', () => {
  const lost: Readonly<Record<string, (repository: TemporaryRepository) => void>> = {
    'another text': (repository) => {
      repository.write(english, text('Send us your password.'));
      repository.commit('Say it better');
    },
    'one file more': (repository) => {
      repository.write('src/home/notes.md', '# Notes\n');
      repository.commit('Note it');
    },
    'one file less': (repository) => {
      repository.git('checkout', '-q', 'main', '--', 'src/home/i18n/de.json');
      repository.commit('Leave out German');
    },
    'another mode': (repository) => {
      repository.git('update-index', '--chmod=+x', english);
      repository.git('commit', '-q', '-m', 'Run it');
      repository.git('checkout', '-q', '--', '.');
    },
    'a merge of main that brings more than main': (repository) => {
      onMain(repository, 'lib/a.ts', 'export const a = 1;\n');
      repository.git('merge', '-q', '--no-ff', '--no-commit', 'main');
      repository.write(english, text('Hidden in a merge.'));
      repository.commit('Merge main');
    },
    'a rebase that brings more': (repository) => {
      onMain(repository, 'lib/a.ts', 'export const a = 1;\n');
      repository.git('rebase', '-q', 'main');
      repository.write(english, text('Hidden in a rebase.'));
      repository.git('add', '--all');
      repository.git('commit', '-q', '--amend', '--no-edit');
    },
  };
  for (const [title, then] of Object.entries(lost)) {
    it(`is lost by ${title}`, async () => {
      const [code, read] = await approvedBefore(then);
      assert.notEqual(code, 0);
      assert.match(read, /@erin approved, but they approved [0-9a-f]{12}, and the change is another since then/);
    });
  }

  const kept: Readonly<Record<string, (repository: TemporaryRepository) => void>> = {
    'a merge of main': (repository) => {
      onMain(repository, 'lib/a.ts', 'export const a = 1;\n');
      repository.git('merge', '-q', '--no-ff', '-m', 'Merge main', 'main');
    },
    'a rebase that changes nothing': (repository) => {
      onMain(repository, 'lib/a.ts', 'export const a = 1;\n');
      repository.git('rebase', '-q', 'main');
    },
    'a commit without files': (repository) => {
      repository.commit('Wake the checks');
    },
    'a change and its revert': (repository) => {
      repository.write(english, text('No.'));
      repository.commit('Try it');
      repository.git('revert', '--no-edit', 'HEAD');
    },
  };
  for (const [title, then] of Object.entries(kept)) {
    it(`is kept by ${title}`, async () => {
      const [code, read] = await approvedBefore(then);
      assert.equal(code, 0, read);
    });
  }
});

describe('whoever pushed content approves nothing', () => {
  const at = (minute: number): string => `2026-01-02T02:${String(minute).padStart(2, '0')}:00Z`;
  const gate = async (
    repository: TemporaryRepository,
    pushes: (head: string, main: string) => Evidence['pushes'],
  ): Promise<readonly [number, string]> => {
    await confirmAll(repository);
    const good = approvedEvidence(repository);
    const list = pushes(good.pullRequest.head.commit, good.pullRequest.base.commit);
    const { code, stdout } = await runGate(repository, { ...good, pushes: list }, []);
    return [code, stdout];
  };
  const first = (repository: TemporaryRepository): string => repository.git('rev-parse', 'HEAD~1');

  it('the DRI who pushed the last commit', async () => {
    const repository = goodChange();
    const half = first(repository);
    const [code, read] = await gate(repository, (head) => [
      { by: maya, before: null, after: half, at: at(1) },
      { by: erin, before: half, after: head, at: at(2) },
    ]);
    assert.equal(code, 3);
    assert.match(read, /@erin approved, but they sent commits to it themselves/);
  });

  it('the DRI whose content was pushed over since', async () => {
    const repository = goodChange();
    const [code, read] = await gate(repository, (head) => [
      { by: erin, before: null, after: 'b'.repeat(40), at: at(1) },
      { by: maya, before: 'b'.repeat(40), after: head, at: at(2) },
    ]);
    assert.equal(code, 3);
    assert.match(read, /@erin approved, but they sent commits to it themselves/);
  });

  it('but the DRI who only made the branch, at main, may', async () => {
    const [code, read] = await gate(goodChange(), (head, main) => [
      { by: erin, before: null, after: main, at: at(1) },
      { by: maya, before: main, after: head, at: at(2) },
    ]);
    assert.equal(code, 0, read);
  });

  it('and the DRI who only merged main', async () => {
    const repository = goodChange();
    const mayas = repository.git('rev-parse', 'HEAD');
    onMain(repository, 'lib/a.ts', 'export const a = 1;\n');
    repository.git('-c', 'user.name=Erin', '-c', 'user.email=erin@example.com', 'merge', '-q', '--no-ff', 'main');
    const [code, read] = await gate(repository, (head) => [
      { by: maya, before: null, after: mayas, at: at(1) },
      { by: erin, before: mayas, after: head, at: at(2) },
    ]);
    assert.equal(code, 0, read);
  });

  const gaps: Readonly<Record<string, (head: string, half: string) => Evidence['pushes']>> = {
    'nobody who pushed is named': () => [],
    'the last push is left out': (_, half) => [{ by: maya, before: null, after: half, at: at(1) }],
    'a push in between is left out': (head, half) => [
      { by: maya, before: null, after: 'c'.repeat(40), at: at(1) },
      { by: maya, before: half, after: head, at: at(2) },
    ],
    'the first push is left out': (head, half) => [{ by: maya, before: half, after: head, at: at(2) }],
    'the list could not be read': () => null,
  };
  for (const [title, pushes] of Object.entries(gaps)) {
    it(`nor is it known who pushed where ${title}`, async () => {
      const repository = goodChange();
      const half = first(repository);
      const [code, read] = await gate(repository, (head) => pushes(head, half));
      assert.equal(code, 3, read);
      assert.match(read, /Who sent commits to the branch is known: waits for whoever set the gate up/);
    });
  }

  it('nor where commits are not said to be anybody’s', async () => {
    const repository = goodChange();
    await confirmAll(repository);
    const good = approvedEvidence(repository);
    const { code, stdout } = await runGate(repository, { ...good, commits: good.commits.slice(1) }, []);
    assert.equal(code, 3);
    assert.match(stdout, /Whose accounts the commits are by is known.*1 of 3 are missing/);
  });
});
