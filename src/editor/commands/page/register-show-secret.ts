import { commands, type Disposable } from 'vscode';
import { placeFindings } from '../../../presentation/findings/place-findings.js';
import type { Services } from '../../services/services.js';
import { uriInRepository } from '../../sessions/repository-uri.js';
import { toRange } from '../../ui/editor-range.js';
import { registerCommand } from '../../ui/register-command.js';

/** Opens the file at what looks like a password or key; what stands in no file as it is now, such as in an earlier commit, on the page of the change. */
export function registerShowSecret({ log, current, reviews }: Services): Disposable {
  return registerCommand(log, 'pmZone.showSecret', async () => {
    const session = await current.settled();
    const reviewed = session && reviews.get(session);
    const placed = reviewed && [...placeFindings(reviewed).values()].flat();
    const secret = placed?.find(
      ({ finding: { check, severity, line, staged } }) =>
        check === 'secrets' && severity === 'blocker' && line !== undefined && staged === undefined,
    );
    if (session === undefined || secret === undefined) await commands.executeCommand('pmZone.showChange', 'fix');
    else
      await commands.executeCommand('vscode.open', uriInRepository(session, secret.path), {
        selection: toRange(secret.range),
      });
  });
}
