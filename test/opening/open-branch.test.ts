import assert from 'node:assert/strict';
import { openBranch } from '../../src/opening/open-branch.js';
import { OpeningError } from '../../src/opening/opening-error.js';
import { inEditor } from '../../src/opening/opening-face.js';
import { draftOf, noPictures } from './held-opening.js';

describe('opening the pull request of a branch', () => {
  const way = { push: () => Promise.resolve(), tell: () => undefined, face: inEditor };
  const request = {
    branch: 'pm/home',
    draft: draftOf('now'),
    pictures: noPictures,
    remotes: { remoteUrl: undefined },
    onlyRenew: false,
    turn: undefined,
    commit: 'c',
  };
  const open = (api: string, token: string): Promise<unknown> =>
    openBranch({ kind: 'github', api, repository: 'acme/shop', token }, request, way);

  it('sends no token without encryption, and none that is no token', async () => {
    await assert.rejects(open('http://github.acme.example/api/v3', 'ghp_0123456789'), (error) => {
      assert(error instanceof OpeningError);
      assert.equal(error.message, 'The host has to be given as an https:// address.');
      return true;
    });
    await assert.rejects(open('https://api.github.com', 'a b'), { name: 'OpeningError', trouble: 'unauthorized' });
  });

  it('joins no two servers, and shares nothing then', async () => {
    const remotes = {
      remoteUrl: 'https://github.com/acme/shop',
      headRemoteUrl: 'git@github.acme.example:maya/shop.git',
    };
    const push = (): Promise<void> => Promise.reject(new TypeError('pushed'));
    await assert.rejects(
      openBranch(
        { kind: 'github', api: 'https://api.github.com', repository: 'acme/shop', token: 'ghp_0123456789' },
        { ...request, remotes },
        { ...way, push },
      ),
      {
        name: 'OpeningError',
        message: /^Your branch goes to github\.acme\.example, but .* lies on github\.com, .* Nothing was shared\./,
      },
    );
  });

  it('hides no bug', async () => {
    const broken = { ...way, tell: () => { throw new TypeError('x'); } }; // prettier-ignore
    await assert.rejects(
      openBranch(
        { kind: 'github', api: 'https://api.github.com', repository: 'a/b', token: 'ghp_0123456789' },
        request,
        broken,
      ),
      TypeError,
    );
  });
});
