import { Disposable, env, EventEmitter, l10n, Uri, window, workspace } from 'vscode';
import { countFiles } from '../../ui/count-files.js';
import { createProposalWays } from './create-proposal-ways.js';
import type { Services } from '../../services/services.js';
import { notify } from '../../ui/notify.js';
import { registerCommand } from '../../ui/register-command.js';
import { setUpPilot } from './set-up-pilot.js';

/** “Set Up a Pilot…”, for an engineer in a repository that has no PM zone yet. */
export function registerSetUpPilot(services: Services): Disposable {
  const changed = new EventEmitter<Uri>();
  let proposal = '';
  const show = async (content: string): Promise<void> => {
    proposal = content;
    changed.fire(address);
    await window.showTextDocument(await workspace.openTextDocument(address));
  };
  const ways = createProposalWays(services.log, address);
  const command = registerCommand(services.log, 'pmZone.setUpPilot', async () => {
    const commit = l10n.t('Commit It');
    const branch = await setUpPilot(services, {
      ask: async (question, wrong, typed) =>
        window.showInputBox({
          title: l10n.t('Set Up a Pilot'),
          value: typed,
          // So that it is mended and not written over.
          valueSelection: [typed.length, typed.length],
          prompt: wrong === undefined ? question : `${wrong} ${question}`,
          placeHolder: l10n.t('Enter alone skips this, Escape ends it all'),
          ignoreFocusOut: true,
        }),
      choose: async (question, choices) => {
        const items = choices.map(({ name, what, files, globs }) => ({
          name,
          label: what,
          detail: globs.join(', '),
          description: countFiles(files),
        }));
        const chosen = await window.showQuickPick(items, {
          title: l10n.t('Set Up a Pilot'),
          placeHolder: question,
          canPickMany: true,
          ignoreFocusOut: true,
        });
        return chosen?.map(({ name }) => name);
      },
      chooseBranch: async ({ branch, ahead }, usual) => {
        const items = [
          {
            label: branch,
            description: ahead === 1 ? l10n.t('1 commit newer') : l10n.t('{0} commits newer', ahead),
            isNewer: true,
          },
          { label: usual.replace(/^[^/]*\//, ''), description: l10n.t('the default branch'), isNewer: false },
        ];
        const chosen = await window.showQuickPick(items, {
          title: l10n.t('Set Up a Pilot'),
          placeHolder: l10n.t('Which branch do pull requests go to?'),
          ignoreFocusOut: true,
        });
        return chosen?.isNewer;
      },
      show,
      confirm: (name) =>
        ways.offer(name, async () => {
          const question = l10n.t(
            'This is what a pilot would begin with. Nothing that is checked out changes. Commit it to the new branch {0}?',
            name,
          );
          return (await notify('information', question, commit)) === commit;
        }),
    });
    if (branch === undefined) return;
    const copy = l10n.t('Copy the Command');
    const push = `git push -u origin ${branch}`;
    const chosen = await notify(
      'information',
      l10n.t('The first policy is on the branch {0}. Share it and open a pull request: {1}', branch, push),
      copy,
    );
    if (chosen === copy) await env.clipboard.writeText(push);
  });
  // A document that nobody can change asks nothing when it is closed.
  const documents = workspace.registerTextDocumentContentProvider(address.scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: () => proposal,
  });
  return Disposable.from(command, ways, documents, changed);
}

/** Where the proposal is shown. */
const address = Uri.from({ scheme: 'pm-zone-pilot', path: '/first-policy.diff' });
