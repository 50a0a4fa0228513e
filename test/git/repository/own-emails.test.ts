import assert from 'node:assert/strict';
import { ownEmails } from '../../../src/git/repository/own-emails.js';

describe('ownEmails', () => {
  it('are those of the settings and of the committer whom the environment names', () => {
    assert.deepEqual(ownEmails(['erin@x.org'], {}), ['erin@x.org']);
    assert.deepEqual(ownEmails(['erin@x.org'], { GIT_COMMITTER_EMAIL: 'maya@x.org' }), ['erin@x.org', 'maya@x.org']);
    assert.deepEqual(ownEmails(['maya@x.org'], { GIT_COMMITTER_EMAIL: 'maya@x.org' }), ['maya@x.org']);
    assert.deepEqual(ownEmails(['maya@x.org'], { GIT_COMMITTER_EMAIL: '' }), ['maya@x.org']);
  });

  it('are not those of whose commit is made again', () => {
    assert.deepEqual(ownEmails(['erin@x.org'], { GIT_AUTHOR_EMAIL: 'maya@x.org' }), ['erin@x.org']);
  });

  it('are nobody’s where no setting names anybody', () => {
    assert.deepEqual(ownEmails([], { GIT_COMMITTER_EMAIL: 'maya@x.org' }), []);
  });
});
