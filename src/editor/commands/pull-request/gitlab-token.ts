import { env, l10n, ThemeIcon, Uri, window, type Disposable, type ExtensionContext, type SecretStorage } from 'vscode';
import type { HostServer } from '../../../opening/host-server.js';

/** In VS Code's store of secrets: tokens by the addresses of their interfaces. */
const key = 'pmZone.gitlab';

/** What can be sent in a header, and is no slip such as half a token or a sentence. */
const plausible = /^[\x21-\x7e]{8,4000}$/;

/**
 * The token for a GitLab that is kept, or one that is asked for with the reason and then kept; `again` asks anew although one is kept. `undefined`
 * where none is given: what is kept stays then.
 */
export async function gitlabToken(
  secrets: SecretStorage,
  { name, api }: HostServer,
  again: boolean,
): Promise<string | undefined> {
  const kept = await readTokens(secrets);
  const known = kept[api];
  if (known !== undefined && !again) return known;
  const given = await askToken(name, api.replace(/\/api\/v4$/, ''));
  if (given !== undefined) await secrets.store(key, JSON.stringify({ ...kept, [api]: given }));
  return given;
}

/** Forgets every token; whether there was any. */
export async function forgetGitlabTokens(secrets: SecretStorage): Promise<boolean> {
  const isKept = (await secrets.get(key)) !== undefined;
  await secrets.delete(key);
  return isKept;
}

/** Calls when the tokens were forgotten, in this window or another. */
export function onTokensForgotten({ secrets }: Pick<ExtensionContext, 'secrets'>, forgotten: () => void): Disposable {
  return secrets.onDidChange(async (event) => {
    if (event.key === key && (await secrets.get(key)) === undefined) forgotten();
  });
}

async function readTokens(secrets: SecretStorage): Promise<Readonly<Record<string, string>>> {
  try {
    const kept: unknown = JSON.parse((await secrets.get(key)) ?? '{}');
    const entries = Object.entries(Object(kept) as object).filter(([, token]) => typeof token === 'string');
    return Object.fromEntries(entries);
  } catch {
    // What another program wrote there is none of ours; it is asked for again.
    return {};
  }
}

function askToken(name: string, pages: string): Promise<string | undefined> {
  const box = window.createInputBox();
  const page = { iconPath: new ThemeIcon('link-external'), tooltip: l10n.t('Make a Token on the Page of {0}', name) };
  box.title = l10n.t('Sign in to {0}', name);
  box.prompt = l10n.t(
    'PM Zone opens your merge request with a token of yours, sets its labels and asks for its reviews. It needs the scope “api” and no other, goes to {0} and nowhere else, and VS Code keeps it among its secrets. No token yet? The button above leads to the page that makes one.',
    name,
  );
  box.placeholder = l10n.t('Paste your token here');
  box.password = true;
  box.ignoreFocusOut = true;
  box.buttons = [page];
  return new Promise((fulfil) => {
    box.onDidTriggerButton(() => {
      // With the scope ticked and nothing else.
      void env.openExternal(
        Uri.parse(`${pages}/-/user_settings/personal_access_tokens?name=PM%20Zone&scopes=api`, true),
      );
    });
    box.onDidChangeValue(() => (box.validationMessage = undefined));
    box.onDidAccept(() => {
      const given = box.value.trim();
      if (plausible.test(given)) {
        fulfil(given);
        box.hide();
      } else box.validationMessage = l10n.t('That is no token: paste all of it, and nothing else.');
    });
    box.onDidHide(() => {
      fulfil(undefined);
      box.dispose();
    });
    box.show();
  });
}
