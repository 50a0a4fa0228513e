import assert from 'node:assert/strict';
import { ConfigurationTarget, workspace } from 'vscode';
import { readEnterpriseServer } from '../../src/editor/ui/enterprise-server.js';
import { readOwnServers } from '../../src/editor/ui/own-servers.js';

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

describe('the GitLab that a token may go to', () => {
  const name = 'gitlabServer';
  const own = 'https://code.acme.example';
  const settings = () => workspace.getConfiguration('pmZone');
  afterEach(() => settings().update(name, undefined, ConfigurationTarget.Global));

  it('is the one of the user’s own settings, and no workspace can name one', async () => {
    assert.equal(readOwnServers().gitlab, undefined);
    await assert.rejects(async () =>
      settings().update(name, 'https://gitlab.evil.example', ConfigurationTarget.Workspace),
    );
    await settings().update(name, own, ConfigurationTarget.Global);
    assert.equal(readOwnServers().gitlab, own);
  });
});
