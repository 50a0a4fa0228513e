import { HostError, orTrouble } from './host-error.js';
import type { HostedGate } from './pull-request-host.js';

/** What the gate says, or that it was not read: the rest is of use without it. Only where the host asks for patience is nothing of use: it is thrown. */
export async function gateOrUnread(read: () => Promise<HostedGate | undefined>): Promise<HostedGate | undefined> {
  const answer = await orTrouble(read);
  if ('value' in answer) return answer.value;
  if (answer.trouble.kind === 'rate-limit') throw new HostError(answer.trouble);
  return { outcome: 'unread', words: '' };
}
