import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { approvedEvidence, confirmAll, goodChange } from '../../support/pull-request.js';
import { pmZone } from '../../support/run-command-line.js';
import type { TemporaryRepository } from '../../support/temporary-repository.js';

/** Where evidence is written, and by what name and from where the gate is told to read it. */
type Place = (repository: TemporaryRepository, outside: string) => { readonly at: string; readonly as?: string };

const inside: Readonly<Record<string, Place>> = {
  'in the tree': ({ root }) => ({ at: join(root, 'evidence.json') }),
  'in the tree, by a relative name': ({ root }) => ({ at: join(root, 'evidence.json'), as: 'evidence.json' }),
  'in a folder of it': ({ root }) => ({ at: join(root, 'src/evidence.json') }),
  'in its .git': ({ root }) => ({ at: join(root, '.git/evidence.json') }),
  'in the tree, by a way around': ({ root }) => ({
    at: join(root, 'evidence.json'),
    as: '../work/src/../evidence.json',
  }),
  'behind a link outside': ({ root }, outside) => {
    symlinkSync(join(root, 'evidence.json'), join(outside, 'evidence.json'));
    return { at: join(root, 'evidence.json'), as: join(outside, 'evidence.json') };
  },
  'in a linked folder': ({ root }, outside) => {
    symlinkSync(root, join(outside, 'folder'));
    return { at: join(root, 'evidence.json'), as: join(outside, 'folder/evidence.json') };
  },
  'by a relative name over a linked folder': ({ root }, outside) => {
    symlinkSync(root, join(outside, 'folder'));
    return { at: join(root, 'evidence.json'), as: relative(root, join(outside, 'folder/evidence.json')) };
  },
  'in a linked working tree': (repository, outside) => {
    repository.git('worktree', 'add', '-q', join(outside, 'tree'), 'main');
    return { at: join(outside, 'tree/evidence.json') };
  },
  'in a submodule’s checkout': ({ root }) => {
    mkdirSync(join(root, 'module'));
    writeFileSync(join(root, 'module/.git'), 'gitdir: ../.git/modules/module\n');
    return { at: join(root, 'module/evidence.json') };
  },
};

describe('evidence that a change could have brought is refused:', () => {
  for (const [title, place] of Object.entries(inside)) {
    it(title, async () => {
      const repository = goodChange();
      await confirmAll(repository);
      const { at, as = at } = place(repository, mkdtempSync(join(tmpdir(), 'pm-zone-test-outside-')));
      writeFileSync(at, JSON.stringify(approvedEvidence(repository)));
      const { code, stderr } = await pmZone(repository, ['review', '--base', 'main', '--evidence', as]);
      assert.equal(code, 2);
      assert.match(
        stderr,
        /lies in a checkout of git \(.+\), where a change itself could have put it\. Keep the evidence/,
      );
    });
  }

  it('a file that is not there, a folder, one that is too large', async () => {
    const repository = goodChange();
    const outside = mkdtempSync(join(tmpdir(), 'pm-zone-test-outside-'));
    writeFileSync(join(outside, 'large.json'), '');
    truncateSync(join(outside, 'large.json'), 33 * 2 ** 20);
    for (const name of ['missing.json', '.', 'large.json']) {
      const { code, stderr } = await pmZone(repository, [
        'review',
        '--base',
        'main',
        '--evidence',
        join(outside, name),
      ]);
      assert.equal(code, 2);
      assert.match(stderr, /is no file of at most 32 MB that can be read/);
    }
  });

  it('but standard input is read', async () => {
    const repository = goodChange();
    await confirmAll(repository);
    const stdin = JSON.stringify(approvedEvidence(repository));
    assert.equal((await pmZone(repository, ['review', '--base', 'main', '--evidence', '-'], { stdin })).code, 0);
  });

  it('and standard input without an end is not', async () => {
    const repository = goodChange();
    const stdin = Buffer.alloc(33 * 2 ** 20, ' ');
    const { code, stderr } = await pmZone(repository, ['review', '--base', 'main', '--evidence', '-'], { stdin });
    assert.equal(code, 2);
    assert.match(stderr, /is no file of at most 32 MB/);
  });

  it('and evidence goes with a base, a record with evidence, and nobody says who they are', async () => {
    const repository = goodChange();
    for (const [args, said] of [
      [['--evidence', 'x.json'], /--evidence go with --base/],
      [['--base', 'main', '--record', 'x.json'], /--record goes with --pull-request or --evidence/],
      [['--base', 'main', '--evidence', 'x.json', '--as', '@erin'], /--as does not go with --base/],
    ] as const) {
      const { code, stderr } = await pmZone(repository, ['review', ...args]);
      assert.equal(code, 2);
      assert.match(stderr, said);
    }
  });
});
