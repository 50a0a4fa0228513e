import assert from 'node:assert/strict';
import { ConfigurationTarget, workspace } from 'vscode';
import { readEnterpriseServer } from '../../src/editor/ui/enterprise-server.js';

describe('the Enterprise server that a sign-in may go to', () => {
  const own = 'https://code.acme.example';
  const set = (address: string | undefined, target: ConfigurationTarget) =>
    workspace.getConfiguration('github-enterprise').update('uri', address, target);

  afterEach(async () => {
    for (const target of [ConfigurationTarget.Workspace, ConfigurationTarget.Global]) await set(undefined, target);
  });

  it('is the one of the user’s own settings', async () => {
    assert.equal(readEnterpriseServer(), undefined);
    await set(own, ConfigurationTarget.Global);
    assert.equal(readEnterpriseServer(), own);
  });

  it('is none that the workspace names, nor the user’s where the workspace names another', async () => {
    await set('https://github.evil.example', ConfigurationTarget.Workspace);
    assert.equal(readEnterpriseServer(), undefined);
    await set(own, ConfigurationTarget.Global);
    assert.equal(readEnterpriseServer(), undefined);
    await set(own, ConfigurationTarget.Workspace);
    assert.equal(readEnterpriseServer(), own);
  });
});
