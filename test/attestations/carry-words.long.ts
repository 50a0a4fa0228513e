import assert from 'node:assert/strict';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { carryWords } from '../../src/attestations/carry-words.js';
import { saveAttestations } from '../../src/git/attestation-file.js';
import { GitError } from '../../src/git/git-error.js';
import { openPolicySession } from '../../src/policy/policy-session.js';
import { attestItems } from '../../src/presentation/my-change/attest-items.js';
import { readReview } from '../../src/presentation/my-change/read-review.js';
import { commitWithoutFiles } from '../../src/work/commit-without-files.js';
import { openWork } from '../../src/work/work.js';
import { appendixA, pilotRepository, plan, roster } from '../support/pilot-repository.js';
import { pmZone } from '../support/run-command-line.js';
import { runReview } from '../support/review-assertions.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';
import {
  addHook,
  attest,
  changedClone,
  confirmAll,
  countCommits,
  countConfirmed,
  editTexts,
  gateItems,
  trailersOf,
} from './play.js';

describe('the PM’s word on the branch', () => {
  let clone: TemporaryRepository;
  let origin: TemporaryRepository;
  let remove: () => void;
  beforeEach(() => ({ clone, origin, remove } = changedClone()));
  afterEach(() => remove());

  it('is written by confirming, and counts in a fresh clone of the branch alone, with whose it says it is', async () => {
    assert.match(await countConfirmed(clone), /^0 of [1-9]/);
    const commit = await confirmAll(clone);
    clone.git('push', '-q', 'origin', 'HEAD:refs/heads/pm/mine');
    const fresh = origin.clone('--branch=pm/mine');
    try {
      const items = await gateItems(fresh);
      assert.ok(items.length > 0);
      for (const { verdict, claimedBy } of items) {
        assert.equal(verdict, 'attested');
        assert.deepEqual(claimedBy, { commit, name: 'Maya', address: 'maya@example.com' });
      }
      const text = (await runReview(fresh, ['--base', 'origin/main'])).stdout;
      assert.ok(text.includes('maya@example.com'));
    } finally {
      fresh.remove();
    }
  });

  it('is a commit whose lines all linters let through, that says why it is there', async () => {
    await confirmAll(clone);
    const message = clone.git('log', '-1', '--format=%B');
    const lines = message.split('\n');
    assert.equal(lines[0], 'chore: confirm the review items of this change');
    assert.ok(
      lines.every((line) => line.length <= 100 && /^[ -~]*$/.test(line)),
      message,
    );
    assert.match(message, /changes no file/);
    assert.ok(trailersOf(clone).every((line) => /^PM-Zone-Confirms: [a-z0-9-]{1,28} v1:[0-9a-f]{48}$/.test(line)));
    assert.equal(trailersOf(clone).length, (await gateItems(clone)).length);
  });

  it('is in the gate’s eyes not what lies in .git', async () => {
    editTexts(clone, 'Begin!');
    assert.equal((await attest(clone, '--all')).code, 0);
    const here = (await runReview(clone, [])).review.items.filter(({ verdict }) => verdict === 'attested');
    assert.ok(here.length > 0);
    assert.ok(existsSync(join(clone.root, '.git/pm-zone/word.json')));
    clone.commit('feat: say it louder');
    assert.match(await countConfirmed(clone), /^0 of [1-9]/);
    const carried = await attest(clone, '--write');
    assert.equal(carried.code, 0, carried.stdout);
    assert.match(carried.stdout, /confirmations? (?:is|are) on your branch/);
    const items = await gateItems(clone);
    assert.ok(items.every(({ verdict }) => verdict === 'attested'));
  });

  it('stays here for work that is not committed, and says when it goes', async () => {
    const count = countCommits(clone);
    editTexts(clone, 'Begin!');
    const given = await attest(clone, '--all');
    assert.equal(given.code, 0);
    assert.match(given.stdout, /kept on this computer.*not committed yet\. Commit it first/);
    assert.match(given.stdout, /pm-zone attest --write/);
    assert.equal(countCommits(clone), count);
    const asked = await attest(clone, '--write');
    assert.equal(asked.code, 1);
    const listed = await attest(clone);
    assert.equal(listed.code, 0);
    assert.match(listed.stdout, /pm-zone attest --write/);
    assert.equal(countCommits(clone), count, 'looking makes no commit');
  });

  it('is not written twice, and is whole after a second part of it was given', async () => {
    const [first] = await gateItems(clone);
    assert.equal((await attest(clone, String(first?.id))).code, 1);
    assert.equal(trailersOf(clone).length, 1);
    await confirmAll(clone);
    assert.equal(trailersOf(clone).length, (await gateItems(clone)).length, 'the newest says all of it');
    const count = countCommits(clone);
    assert.equal((await attest(clone, '--write')).code, 0);
    assert.equal(countCommits(clone), count);
    assert.equal((await attest(clone)).stdout, 'Nothing is left for you to confirm.\n');
  });

  it('leaves alone what is staged, on the disk and in the index', async () => {
    editTexts(clone, 'Begin!');
    await attest(clone, '--all');
    clone.commit('feat: say it louder');
    clone.write('src/home/staged.md', 'staged\n');
    clone.git('add', 'src/home/staged.md');
    clone.write('src/home/staged.md', 'edited since\n');
    clone.write('src/home/loose.md', 'loose\n');
    const status = clone.git('status', '--porcelain');
    const carried = await attest(clone, '--write');
    assert.match(carried.stdout, /on your branch/);
    assert.equal(clone.git('status', '--porcelain'), status);
    assert.equal(clone.git('diff', '--name-only', 'HEAD^', 'HEAD'), '');
    assert.equal(clone.git('show', ':src/home/staged.md'), 'staged');
  });

  it('works in a sparse checkout', async () => {
    clone.git('sparse-checkout', 'set', 'src/home');
    await confirmAll(clone);
    assert.ok(!existsSync(join(clone.root, 'src/auth/login.ts')));
    assert.equal(clone.git('status', '--porcelain'), '');
    assert.match(clone.git('ls-files', '-t', 'src/auth'), /^S /);
  });

  it('heeds no template, and the settings that git has for commits', async () => {
    clone.write('../template', '# Ticket:\nTICKET-1\n');
    clone.git('config', 'commit.template', join(clone.root, '..', 'template'));
    clone.git('config', 'commit.verbose', 'true');
    clone.git('config', 'i18n.commitEncoding', 'ISO-8859-1');
    clone.git('config', 'core.commentChar', 'P');
    await confirmAll(clone);
    assert.ok((await gateItems(clone)).every(({ verdict }) => verdict === 'attested'));
  });

  it('is signed off where the change is', async () => {
    await confirmAll(clone);
    assert.ok(!trailersOf(clone).some((line) => line.startsWith('Signed-off-by')));
    editTexts(clone, 'Begin!');
    clone.commit('feat: say it louder\n\nSigned-off-by: Maya <maya@example.com>\n');
    addHook(clone, 'commit-msg', 'grep -q "^Signed-off-by: " "$1" || { echo "no sign-off" >&2; exit 1; }');
    await confirmAll(clone);
    assert.equal(trailersOf(clone).at(-1), 'Signed-off-by: Maya <maya@example.com>');
    assert.ok((await gateItems(clone)).every(({ verdict }) => verdict === 'attested'));
  });

  it('has the first line that the policy gives it', async () => {
    remove();
    const policy = `${appendixA}\n**Confirmation subject:** \`docs(pm): confirm the items\`\n${roster}`;
    ({ clone, origin, remove } = changedClone({ policy }));
    const linter = 'head -1 "$1" | grep -Eq "^(docs|feat)(\\([a-z]+\\))?: [a-z].{1,60}$" && ! grep -Eq "^.{101}" "$1"';
    addHook(clone, 'commit-msg', `${linter} || { echo "subject may not be so" >&2; exit 1; }`);
    await confirmAll(clone);
    assert.equal(clone.git('log', '-1', '--format=%s'), 'docs(pm): confirm the items');
  });

  /** What keeps the word on this computer, and what is said. */
  const refusals: readonly (readonly [string, (own: TemporaryRepository) => void, RegExp])[] = [
    [
      'a hook refuses',
      (own) => addHook(own, 'commit-msg', 'echo "type is not allowed" >&2; exit 1'),
      /refused by a check.*type is not allowed/,
    ],
    ['a hook refuses all commits', (own) => addHook(own, 'pre-commit', 'exit 1'), /refused by a check/],
    [
      'a hook adds files',
      (own) => addHook(own, 'pre-commit', 'echo x > made.txt; git add made.txt'),
      /adds files to each commit/,
    ],
    [
      'a hook writes below the trailers',
      (own) => addHook(own, 'prepare-commit-msg', 'printf "\\nRefs 12, as ever\\n" >> "$1"'),
      /changes the messages of commits/,
    ],
    [
      'a hook folds the lines',
      (own) =>
        addHook(
          own,
          'commit-msg',
          'sed -i "s/PM-Zone-Confirms: /PM-Zone-Confirms:\\n  /" "$1" && sed -i "s/v1:/\\n\\n v1:/" "$1"',
        ),
      /changes the messages of commits/,
    ],
    [
      'git cannot sign',
      (own) => {
        own.git('config', 'commit.gpgSign', 'true');
        own.git('config', 'gpg.program', 'false');
      },
      /could not sign/,
    ],
    [
      'git would use another address',
      (own) => own.git('config', 'user.email', 'maya@private.example'),
      /as maya@private\.example, and its author is not on the list of PMs/,
    ],
    ['no branch is checked out', (own) => own.git('checkout', '-q', '--detach'), /stands on no branch/],
    ['a rebase is under way', (own) => rebaseHalfway(own), /stands on no branch/],
    [
      'a cherry-pick is under way',
      (own) => own.git('update-ref', 'CHERRY_PICK_HEAD', 'HEAD'),
      /in the middle of a cherry-pick/,
    ],
    [
      'the base branch is checked out',
      (own) => own.git('checkout', '-q', '-B', 'main'),
      /main is the branch that everybody works from/,
    ],
    ['another git is at work', (own) => own.write('.git/index.lock', ''), /working in this repository/],
  ];
  for (const [name, prepare, words] of refusals) {
    it(`stays on this computer where ${name}, and nothing else is touched`, async () => {
      prepare(clone);
      if (name !== 'the base branch is checked out') clone.git('config', 'pmzone.as', 'maya@example.com');
      const head = clone.git('rev-parse', 'HEAD');
      const status = clone.git('status', '--porcelain', '--untracked-files=no');
      const answer = await attest(clone, '--all');
      assert.match(
        answer.stdout,
        /kept on this computer, and is not on your branch yet\./,
        answer.stdout + answer.stderr,
      );
      assert.match(answer.stdout, words);
      assert.equal(clone.git('rev-parse', 'HEAD'), head);
      for (const made of ['.git/index.lock', 'made.txt']) rmSync(join(clone.root, made), { force: true });
      assert.equal(clone.git('status', '--porcelain', '--untracked-files=no'), status);
      assert.equal(
        (await runReview(clone, [])).review.items.filter(({ verdict }) => verdict === 'attested').length > 0,
        true,
      );
    });
  }

  function rebaseHalfway(own: TemporaryRepository): void {
    own.git('-c', 'sequence.editor=sed -i s/^pick/edit/', 'rebase', '-q', '-i', 'HEAD^');
  }

  it('is nothing where nothing was confirmed, wherever one stands', async () => {
    const items = await gateItems(clone);
    for (const prepare of [() => undefined, () => clone.git('checkout', '-q', '--detach')]) {
      prepare();
      const answer = await attest(clone, '--write');
      assert.equal(answer.code, 1);
      assert.doesNotMatch(answer.stdout, /on your branch|this computer/);
      assert.equal((answer.stdout.match(/^ {2}\S/gm) ?? []).length, items.length);
    }
  });

  it('waits on a branch that has no commit of its own yet', async () => {
    clone.git('switch', '-q', '-c', 'pm/fresh', 'origin/main');
    editTexts(clone, 'Begin?');
    assert.match((await attest(clone, '--all')).stdout, /not committed yet/);
  });

  it('is given by the guard’s leave', async () => {
    assert.equal((await pmZone(clone, ['guard', 'run', 'pre-commit'])).code, 0);
    await confirmAll(clone);
  });

  it('is taken back on the branch too, and given again', async () => {
    const asker = { environment: clone.environment, as: undefined };
    const tick = async (isTrue: boolean): Promise<void> => {
      const reviewed = await readReview(clone.root, asker, () => true);
      assert.ok(reviewed);
      assert.equal(await attestItems(clone.root, asker, reviewed, ['docs'], isTrue), 'done');
    };
    const docs = async (): Promise<string | undefined> =>
      (await gateItems(clone)).find(({ id }) => id === 'docs')?.verdict;
    await confirmAll(clone);
    await tick(false);
    assert.equal(await docs(), 'attested', 'the branch does not know yet');
    const { review } = await runReview(clone, []);
    assert.equal(review.items.find(({ check }) => check === 'docs')?.verdict, 'attest', 'this computer does');
    assert.equal((await attest(clone, '--write')).code, 1, 'one is left to confirm');
    assert.equal(await docs(), 'attest');
    assert.ok(trailersOf(clone).some((line) => line.startsWith('PM-Zone-Takes-Back: docs v1:')));
    await tick(true);
    assert.equal((await attest(clone, '--write')).code, 0);
    assert.equal(await docs(), 'attested');
  });

  it('is gone where it was taken back before it was on the branch', async () => {
    const asker = { environment: clone.environment, as: undefined };
    editTexts(clone, 'Begin!');
    await attest(clone, '--all');
    const reviewed = await readReview(clone.root, asker, () => true);
    assert.ok(reviewed);
    assert.equal(await attestItems(clone.root, asker, reviewed, ['docs'], false), 'done');
    clone.commit('feat: say it louder');
    await attest(clone, '--write');
    assert.ok(!trailersOf(clone).some((line) => line.includes(' docs ')));
    assert.equal((await gateItems(clone)).find(({ id }) => id === 'docs')?.verdict, 'attest');
  });

  it('is not recorded for what was edited since the review', async () => {
    const asker = { environment: clone.environment, as: undefined };
    const reviewed = await readReview(clone.root, asker, () => true);
    assert.ok(reviewed);
    editTexts(clone, 'Begin!');
    for (const isTrue of [true, false])
      assert.equal(await attestItems(clone.root, asker, reviewed, ['docs'], isTrue), 'changed');
  });

  it('is not written where there is no branch that the change could go to', async () => {
    const alone = pilotRepository();
    try {
      alone.git('branch', '-q', '-D', 'main');
      alone.write('src/home/PLANNING.md', plan);
      editTexts(alone, 'Begin.');
      assert.match((await attest(alone, '--all')).stdout, /no branch here yet that your change could go to/);
    } finally {
      alone.remove();
    }
  });

  it('is lost to nobody where git fails while it is read', async () => {
    const session = await openPolicySession({ cwd: clone.root, environment: clone.environment });
    try {
      const broken = { ...session, base: { ref: 'origin/main', commit: '1'.repeat(40), defaults: [] } };
      const request = { items: [{ id: 'docs', text: 'Docs', isHereOnly: true }], contentOf: () => 'a'.repeat(64) };
      const word = { item: 'docs', content: 'a'.repeat(64), by: 'Maya', at: new Date(0).toISOString() };
      await saveAttestations(session.repository.commonDir, [word]);
      await assert.rejects(carryWords(broken, openWork(session.repository), request), GitError);
    } finally {
      session.close();
    }
  });

  it('does not go onto a commit that came in between', async () => {
    const session = await openPolicySession({ cwd: clone.root, environment: clone.environment });
    try {
      const on = clone.git('rev-parse', 'HEAD^');
      const made = await commitWithoutFiles(openWork(session.repository), {
        on,
        message: 'Confirm\n',
        isSignedOff: false,
        findFault: () => undefined,
      });
      assert.deepEqual([made.done, !made.done && made.reason], [false, 'changed-meanwhile']);
    } finally {
      session.close();
    }
  });
});
