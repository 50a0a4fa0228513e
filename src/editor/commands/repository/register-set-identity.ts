import { l10n, window, type Disposable } from 'vscode';
import { editorGitEnvironment } from '../../ui/editor-git-environment.js';
import { isEmail, isIdentityName, setGitIdentity } from '../../../git/set-git-identity.js';
import { printable } from '../../../text/printable.js';
import { currentSnapshot } from '../../sessions/current-snapshot.js';
import type { Services } from '../../services/services.js';
import { registerCommand } from '../../ui/register-command.js';
import { collectRoster } from '../../sessions/collect-roster.js';
import { notify } from '../../ui/notify.js';

/** “Tell git who I am”: name and e-mail address for commits in this repository. Returns whether it was set. */
export function registerSetIdentity({ log, current }: Pick<Services, 'log' | 'current'>): Disposable {
  return registerCommand(log, 'pmZone.setIdentity', async () => {
    const { session, snapshot } = await currentSnapshot(current);
    const title = l10n.t('Tell git who I am');
    const roster = collectRoster(session);
    const email = await askEmail(
      title,
      roster.flatMap(({ pm, emails }) =>
        emails.map((each) => ({ label: printable(each), description: printable(pm), email: each })),
      ),
      snapshot.repository.email,
    );
    if (email === undefined) return false;
    const known = roster.find(({ emails }) => emails.includes(email.toLowerCase()))?.pm;
    const name = await window.showInputBox({
      title,
      prompt: l10n.t('Your name, as it shall stand in your commits'),
      value: snapshot.repository.name ?? known?.replace(/\s*\(.*$/u, '') ?? '',
      ignoreFocusOut: true,
      validateInput: (value) =>
        isIdentityName(value.trim()) ? undefined : l10n.t('Type your name: letters, without < and >.'),
    });
    if (name === undefined) return false;
    await setGitIdentity(
      snapshot.repository.root,
      { name: name.trim(), email },
      { environment: editorGitEnvironment() },
    );
    session.refresh();
    void notify(
      'information',
      l10n.t(
        'Git now takes you for {0} <{1}> in this repository. Other repositories are as they were.',
        name.trim(),
        email,
      ),
    );
    return true;
  });
}

/** An address of the roster, or another one typed in. */
async function askEmail(
  title: string,
  offered: readonly { readonly label: string; readonly description: string; readonly email: string }[],
  known: string | undefined,
): Promise<string | undefined> {
  if (offered.length > 0) {
    const other = { label: `$(edit) ${l10n.t('Another address…')}`, description: '', email: undefined };
    const chosen = await window.showQuickPick([...offered, other], {
      title,
      placeHolder: l10n.t('Your e-mail address. PM Zone finds you on the list of PMs by it.'),
      ignoreFocusOut: true,
    });
    if (chosen === undefined) return undefined;
    if (chosen.email !== undefined) return chosen.email;
  }
  const typed = await window.showInputBox({
    title,
    prompt: l10n.t('Your e-mail address at work, as GitHub or GitLab knows it'),
    value: known ?? '',
    ignoreFocusOut: true,
    validateInput: (value) =>
      isEmail(value.trim()) ? undefined : l10n.t('Type an e-mail address, for example maya@example.com.'),
  });
  return typed?.trim();
}
