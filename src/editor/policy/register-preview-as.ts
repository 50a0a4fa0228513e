import { Disposable, l10n, Uri, workspace } from 'vscode';
import { printable } from '../../text/printable.js';
import type { Services } from '../services/services.js';
import { notify } from '../ui/notify.js';
import { registerCommand } from '../ui/register-command.js';
import { createPolicyPreview } from './create-policy-preview.js';

/** Takes the policy file's `Uri`, the PM's address or handle, and their name. */
export const previewAsCommand = 'pmZone.previewAs';

/** “Preview as Maya”, above each row of the list of PMs in an open policy file: what they could change by it as it is typed. */
export function registerPreviewAs(services: Pick<Services, 'log' | 'sessions'>): Disposable {
  const preview = createPolicyPreview(services);
  return Disposable.from(
    preview,
    registerCommand(services.log, previewAsCommand, async (uri, name, pm) => {
      if (!(uri instanceof Uri) || typeof name !== 'string') return;
      await preview.show(await workspace.openTextDocument(uri), name);
      const back = l10n.t('As Myself Again');
      const chosen = await notify(
        'information',
        l10n.t('The Explorer shows what {0} could change by this policy as you type it.', printable(String(pm))),
        back,
      );
      if (chosen === back) services.sessions.viewAs(undefined);
    }),
  );
}
