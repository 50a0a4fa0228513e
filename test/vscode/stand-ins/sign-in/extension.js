// In place of VS Code's own sign-in to GitHub, which needs a server with a page to sign in: signs in with the token in the file that
// PM_ZONE_TEST_SIGN_IN names, and notes beside it which rights were asked for. An empty file is a sign-in that the user breaks off.
const { appendFileSync, readFileSync } = require('node:fs');
const { authentication, EventEmitter } = require('vscode');

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
  subscriptions.push(
    authentication.registerAuthenticationProvider('github-enterprise', 'GitHub Enterprise Server', provider),
  );
};
