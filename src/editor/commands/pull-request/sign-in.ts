import { authentication, l10n, type ExtensionContext } from 'vscode';
import type { HostServer } from '../../../opening/host-server.js';
import { gitlabToken } from './gitlab-token.js';

/**
 * The token for a server, asked for with the reason where there is none yet; `again` asks anew although there is one. It is VS Code's own sign-in to
 * a GitHub, and for a GitLab one that the user gives and VS Code keeps. It is handed on in memory alone. `undefined` where the user does not sign
 * in, or VS Code cannot.
 */
export async function signIn(
  { secrets }: Pick<ExtensionContext, 'secrets'>,
  server: HostServer,
  { asksTeams, again }: { readonly asksTeams: boolean; readonly again: boolean },
): Promise<string | undefined> {
  const { keeper, name } = server;
  if (keeper === 'secrets') return gitlabToken(secrets, server, again);
  // The least that opens a pull request in a private repository; a team is found only by who may see the organization's.
  const scopes = asksTeams ? ['read:org', 'repo'] : ['repo'];
  const detail = l10n.t(
    'PM Zone opens your pull request with it, sets its labels and asks for its reviews. It goes to {0} and nowhere else, and VS Code keeps it.',
    name,
  );
  const reason = { detail };
  try {
    const options = again ? { forceNewSession: reason } : { createIfNone: reason };
    return (await authentication.getSession(keeper, scopes, options))?.accessToken;
  } catch {
    // It rejects for “Cancel” as for a server that is not there; what it says may hold more than is to be shown.
    return undefined;
  }
}
