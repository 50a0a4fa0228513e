import assert from 'node:assert/strict';
import { prepareGitlab } from '../../src/ci/prepare-gitlab.js';
import { HostError } from '../../src/hosts/host-error.js';
import { startGoodMergeRequest, type GoodMergeRequest } from '../hosts/fake-gitlab/good-merge-request.js';

describe('a prepared job of GitLab CI', () => {
  let change: GoodMergeRequest;
  beforeEach(async () => (change = await startGoodMergeRequest()));
  afterEach(() => change.gitlab.server.stop());

  const environment = () => ({
    PM_ZONE_TOKEN: [...change.gitlab.tokens.keys()][0],
    PM_ZONE_PROJECT: 'acme/web/shop',
    CI_API_V4_URL: `${change.gitlab.server.url}/api/v4`,
    CI_SERVER_URL: change.gitlab.server.url,
  });

  it('reads the evidence of a merge request, or says what stands before it', async () => {
    const { readEvidence } = prepareGitlab(environment());
    const { host, pullRequest } = await readEvidence(42, change.request);
    assert.deepEqual([host.kind, pullRequest.number, pullRequest.author?.handle], ['gitlab', 42, 'maya']);
    await assert.rejects(
      readEvidence(4711, change.request),
      (error) => error instanceof HostError && error.trouble.kind === 'not-found',
    );
  });

  it('needs to be told its project', () => {
    assert.throws(() => prepareGitlab({ PM_ZONE_TOKEN: 'x' }), /PM_ZONE_PROJECT is not set\. It names the project/);
    assert.throws(() => prepareGitlab({}), /PM_ZONE_TOKEN is not set/);
  });
});
