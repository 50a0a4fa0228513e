import { commands, l10n, window } from 'vscode';
import type { OperationOutcome, RefusalCode } from '../../work/operation-outcome.js';
import type { Services } from '../services/services.js';
import { hideNotifications, notify } from '../ui/notify.js';

/** A command to go on with. */
export interface FollowUp {
  readonly label: string;
  readonly command: `pmZone.${string}` | `workbench.${string}`;
  readonly arguments?: readonly unknown[];
  /** The step itself once more: offered where what stood in its way may be over soon. */
  readonly isAgain?: true;
}

/** What passes, or what the user can end meanwhile. */
const passing: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'not-reached',
  'timed-out',
  'sign-in',
  'busy',
  'changed-meanwhile',
  'disk-full',
  'in-use',
]);

/**
 * Says what came of a step: what was done with a way on, or why nothing was. What needs no answer stands in the status bar, where nobody has
 * to press anything. Not awaited by a command, which is done before.
 */
export async function showOutcome(
  { outcomes }: Pick<Services, 'outcomes'>,
  outcome: OperationOutcome | undefined,
  ...ways: readonly FollowUp[]
): Promise<void> {
  if (outcome === undefined) return;
  const isOffered = ({ isAgain }: FollowUp): boolean =>
    outcome.done ? isAgain !== true : isAgain === true && passing.has(outcome.reason);
  const offered = ways.filter(isOffered);
  if (outcome.done && offered.length === 0) {
    // The editor answers late while it reads all anew, and the status bar is no notification.
    void hideNotifications();
    outcomes.tell(outcome.sentence);
    return;
  }
  const weight = outcome.done || outcome.reason === 'nothing-to-do' ? 'information' : 'warning';
  const chosen = await notify(weight, outcome.sentence, ...offered.map(({ label }) => label));
  const way = offered.find(({ label }) => label === chosen);
  if (way !== undefined) await commands.executeCommand(way.command, ...(way.arguments ?? []));
}

/** The way back after something was discarded. */
export function bringBackFollowUp(ref?: string): FollowUp {
  return { label: l10n.t('Bring Back…'), command: 'pmZone.bringBack', ...(ref !== undefined && { arguments: [ref] }) };
}

/** Asks before something is taken away; says that it is kept. */
export async function confirmDiscard(question: string, act: string, how?: string): Promise<boolean> {
  const backup = l10n.t('A backup is made first, also of what is not committed. “Bring Back…” has it.');
  const detail = how === undefined ? backup : `${how}\n${backup}`;
  return (await window.showWarningMessage(question, { modal: true, detail }, act)) === act;
}
