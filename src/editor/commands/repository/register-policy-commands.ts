import { commands, Disposable, env, l10n, window, workspace } from 'vscode';
import { basename } from 'node:path';
import { examplePolicy } from '../../../presentation/my-zone/example-policy.js';
import { printable } from '../../../text/printable.js';
import { currentSnapshot } from '../../sessions/current-snapshot.js';
import { snapshotOf } from '../../sessions/repository-session.js';
import type { Services } from '../../services/services.js';
import { CommandError, registerCommand } from '../../ui/register-command.js';
import { openRuleCommand } from '../register-rule-documents.js';
import { notify } from '../../ui/notify.js';

/** Opens the policy that counts, shows an example of one, and asks engineering for one. */
export function registerPolicyCommands({ log, current }: Pick<Services, 'log' | 'current'>): Disposable {
  return Disposable.from(
    registerCommand(log, 'pmZone.openPolicy', async () => {
      const { snapshot } = await currentSnapshot(current);
      const tip = snapshot.policy.tips.find(({ zone }) => zone !== undefined);
      if (tip?.zone === undefined) {
        throw new CommandError(
          l10n.t(
            'This repository has no PM zone: on the branch that everybody works from, no CLAUDE.md or AGENTS.md has a section for one.',
          ),
        );
      }
      const { file, line } = tip.zone;
      const [commit, ref] = tip.commit === undefined ? [null, null] : [tip.commit, tip.ref];
      await commands.executeCommand(openRuleCommand, snapshot.root, commit, ref, file, line);
    }),
    registerCommand(log, 'pmZone.examplePolicy', async () => {
      const document = await workspace.openTextDocument({ language: 'markdown', content: examplePolicy });
      await window.showTextDocument(document);
    }),
    registerCommand(log, 'pmZone.askForPolicy', async (about) => {
      const session = await current.settled();
      const name = session === undefined ? l10n.t('our repository') : printable(basename(session.root));
      const base = session && snapshotOf(session)?.base?.ref;
      const askForBase = l10n.t(
        'Hi! The server no longer has the branch “{0}” of {1}, from which my changes begin. Which branch does everybody work from now? PM Zone goes by the one that the policy (CLAUDE.md) names, else by what git here takes for the default branch: “git fetch”, then “git remote set-head origin --auto”, asks the server anew. Could you look at it with me?',
        printable(base ?? ''),
        name,
      );
      const askForZone = l10n.t(
        'Hi! I would like to make small changes in {0} myself (texts, flags, docs), safely and reviewed by you. For that the repository needs a “PM zone” section in its CLAUDE.md that says which files PMs may and may not touch, and who the PMs are. The command “PM Zone: Show an Example Policy” in VS Code shows one to start from. Could you add it, with CODEOWNERS lines behind what is off limits?',
        name,
      );
      await env.clipboard.writeText(about === 'base' ? askForBase : askForZone);
      void notify(
        'information',
        l10n.t('A message to an engineer is on the clipboard. Paste it where you talk to them.'),
      );
    }),
  );
}
