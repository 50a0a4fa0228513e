// A sign-in, and a language model.
//
// In place of VS Code's own sign-in to GitHub, which needs a server with a page to sign in: signs in with the token in the file that
// PM_ZONE_TEST_SIGN_IN names, and notes beside it which rights were asked for. An empty file is a sign-in that the user breaks off.
//
// VS Code has no language model of its own: where the file of that name with “.model” is there, this is one that answers what stands in it, and
// notes beside it what it was asked.
const { appendFileSync, existsSync, readFileSync } = require('node:fs');
const { authentication, EventEmitter, LanguageModelTextPart, lm } = require('vscode');

exports.activate = ({ subscriptions }) => {
  const file = process.env['PM_ZONE_TEST_SIGN_IN'];
  const changed = new EventEmitter();
  let sessions = [];
  const provider = {
    onDidChangeSessions: changed.event,
    getSessions: async (scopes) => sessions.filter((each) => !scopes?.length || each.scopes.join() === scopes.join()),
    createSession: async (scopes) => {
      appendFileSync(`${file}.asked`, `${scopes.join(' ')}\n`);
      const accessToken = readFileSync(file, 'utf8').trim();
      if (accessToken === '') throw new Error('Cancelled');
      const session = { id: String(Date.now()), accessToken, scopes, account: { id: '1', label: 'maya-rivera' } };
      const removed = sessions;
      sessions = [session];
      changed.fire({ added: [session], removed, changed: [] });
      return session;
    },
    removeSession: async (id) => {
      sessions = sessions.filter((each) => each.id !== id);
    },
  };
  const info = { id: 'small', name: 'Small Model', family: 'small', version: '1', isUserSelectable: true };
  const models = {
    provideLanguageModelChatInformation: async () =>
      existsSync(`${file}.model`) ? [{ ...info, maxInputTokens: 60000, maxOutputTokens: 4000, capabilities: {} }] : [],
    provideLanguageModelChatResponse: async (_, messages, __, progress) => {
      const asked = messages.map(({ content }) => content.map(({ value }) => value).join('')).join('\n');
      appendFileSync(`${file}.question`, asked);
      for (const part of readFileSync(`${file}.model`, 'utf8').match(/[^]{1,20}/g) ?? [])
        progress.report(new LanguageModelTextPart(part));
    },
    provideTokenCount: async (_, text) => String(text).length,
  };
  subscriptions.push(
    lm.registerLanguageModelChatProvider('pm-zone-tests', models),
    authentication.registerAuthenticationProvider('github-enterprise', 'GitHub Enterprise Server', provider),
  );
};
