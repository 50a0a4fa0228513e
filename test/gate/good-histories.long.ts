import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { asErin, policy, webFlow, onMain, testGoodChanges, type GoodChange } from '../support/good-changes.js';
import { accounts, approval, evidenceOf, goodChange } from '../support/pull-request.js';

const { maya, max, erin, paul } = accounts;

const changes: Readonly<Record<string, GoodChange>> = {
  'a merge of main in between': {
    make: () => {
      const repository = goodChange({ policy });
      onMain(repository);
      repository.git('merge', '-q', '--no-ff', '-m', 'Merge main', 'main');
      return repository;
    },
  },
  'the branch brought up to date by the DRI': {
    make: () => {
      const repository = goodChange({ policy });
      onMain(repository);
      repository.git(...asErin, 'merge', '-q', '--no-ff', '-m', "Merge branch 'main' into pm/home", 'main');
      return repository;
    },
    evidence: (repository) => {
      const before = repository.git('rev-parse', 'HEAD^1');
      const head = repository.git('rev-parse', 'HEAD');
      return {
        pushes: [
          { by: maya, before: null, after: before, at: '2026-01-02T03:00:00Z' },
          { by: erin, before, after: head, at: '2026-01-02T03:01:00Z' },
        ],
        commits: evidenceOf(repository).commits.map((each) =>
          each.commit === head ? { ...each, author: erin, committer: webFlow } : each,
        ),
        reviews: [approval(erin, before), approval(paul, before)],
      };
    },
  },
  'a DRI’s suggestion, committed by the PM on the host': {
    make: () => {
      const repository = goodChange({ policy });
      repository.write('src/home/i18n/de.json', '{\n  "title": "Start, {name}",\n  "body": "Leg los."\n}\n');
      repository.commit('Update de.json\n\nCo-authored-by: Erin <201+erin@users.noreply.github.com>', {
        author: 'GitHub <noreply@github.com>',
      });
      repository.git('commit', '-q', '--amend', '--no-edit', '--author=Maya <101+maya@users.noreply.github.com>');
      return repository;
    },
  },
  'a commit in the web editor': {
    make: () => {
      const repository = goodChange({ policy });
      repository.git(
        '-c',
        'user.name=GitHub',
        '-c',
        'user.email=noreply@github.com',
        'commit',
        '-q',
        '--amend',
        '--no-edit',
      );
      return repository;
    },
    evidence: (repository) => ({
      commits: evidenceOf(repository).commits.map((each) => ({ ...each, committer: webFlow })),
    }),
  },
  'a rebase after approval that changes nothing': {
    make: () => {
      const repository = goodChange({ policy });
      repository.git('tag', 'approved');
      onMain(repository);
      repository.git('rebase', '-q', 'main');
      return repository;
    },
    evidence: (repository) => {
      const approved = repository.git('rev-parse', 'approved');
      return { reviews: [approval(erin, approved), approval(paul, approved)] };
    },
  },
  'a squash after approval': {
    make: () => {
      const repository = goodChange({ policy });
      repository.write('src/home/notes.md', '# Notes\n');
      repository.commit('Note it');
      repository.git('tag', 'approved');
      repository.git('reset', '-q', '--soft', 'HEAD~2');
      repository.commit('Say what to do first, and note it');
      return repository;
    },
    evidence: (repository) => {
      const approved = repository.git('rev-parse', 'approved');
      return { reviews: [approval(erin, approved), approval(paul, approved)] };
    },
  },
  'a revert': {
    make: () => {
      const repository = goodChange({ policy });
      repository.git('switch', '-q', 'main');
      repository.git('merge', '-q', '--no-ff', '-m', 'Merge', 'pm/home');
      repository.git('switch', '-q', '-C', 'pm/home', 'main');
      repository.git('revert', '--no-edit', 'HEAD^2');
      return repository;
    },
  },
  'a change of two PMs': {
    make: () => {
      const rules = policy.replace('src/other | max-flag', 'src/home | new-home, max-flag');
      return goodChange({ policy: rules });
    },
    evidence: (repository) => ({
      pushes: [
        { by: maya, before: null, after: repository.git('rev-parse', 'HEAD~1'), at: '2026-01-02T03:00:00Z' },
        {
          by: max,
          before: repository.git('rev-parse', 'HEAD~1'),
          after: repository.git('rev-parse', 'HEAD'),
          at: '2026-01-02T03:01:00Z',
        },
      ],
    }),
  },
  'commits that are signed': {
    make: () => {
      const repository = goodChange({ policy });
      const key = join(repository.root, '..', 'key');
      execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key]);
      const sign = ['-c', 'gpg.format=ssh', '-c', `user.signingKey=${key}.pub`] as const;
      repository.git(...sign, 'commit', '-q', '--amend', '--no-edit', '-S');
      assert.match(repository.git('cat-file', 'commit', 'HEAD'), /BEGIN SSH SIGNATURE/);
      return repository;
    },
  },
  'commits that a commit-msg hook looks at': {
    make: () => {
      const repository = goodChange({ policy });
      repository.write('.git/hooks/commit-msg', '#!/bin/sh\ngrep -qE "^(feat|docs|chore)(\\(.+\\))?: " "$1"\n', true);
      repository.write('src/home/notes.md', '# Notes\n');
      repository.git('add', '--all');
      assert.throws(() => repository.git('commit', '-q', '-m', 'Write notes'));
      repository.git('commit', '-q', '-m', 'docs(home): write notes');
      return repository;
    },
  },
};

describe('a good change is ready after', () => testGoodChanges(changes));
