// In place of the GitHub Pull Requests extension, which is in no package registry: the one call of its published interface (api.d.ts) that we make,
// and a command that asks who registered, as its form does, for the branch in the file that PM_ZONE_TEST_FORM names. The answer stands beside it.
const { readFileSync, writeFileSync } = require('node:fs');
const { CancellationTokenSource, commands, Disposable } = require('vscode');

exports.activate = ({ subscriptions }) => {
  const file = process.env['PM_ZONE_TEST_FORM'];
  const providers = new Map();
  subscriptions.push(
    commands.registerCommand('pullRequestTests.describe', async () => {
      const context = { commitMessages: ['One'], patches: [], issues: [], compareBranch: readFileSync(file, 'utf8') };
      const filled = {};
      for (const [title, provider] of providers)
        filled[title] =
          (await provider.provideTitleAndDescription(context, new CancellationTokenSource().token)) ?? null;
      writeFileSync(`${file}.filled`, JSON.stringify(filled));
    }),
  );
  return {
    registerTitleAndDescriptionProvider: (title, provider) => {
      providers.set(title, provider);
      return new Disposable(() => providers.delete(title));
    },
  };
};
