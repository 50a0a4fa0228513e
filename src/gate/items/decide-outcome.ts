import { namesAssistant } from '../../change/ai-evidence.js';
import type { Review } from '../../review/review.js';
import type { GateOutcome, Wait } from '../gate-verdict.js';
import type { WhoseChange } from '../people/whose-change.js';
import type { GateItem } from './gate-item.js';

interface Judged {
  readonly whose: WhoseChange;
  readonly review: Review;
  readonly items: readonly GateItem[];
  readonly waived: ReadonlyMap<string | undefined, string>;
}

/** The outcome of all that was judged, who is waited for, and what is wrong that no item says (design §9, "Outcome"). */
export function decideOutcome({ whose, review, items, waived }: Judged): {
  readonly outcome: GateOutcome;
  readonly waits: readonly Wait[];
  readonly troubles: readonly string[];
} {
  const counts = review.findings.filter(({ severity, id }) => severity !== 'note' && !waived.has(id));
  const { unknown, unreadTeams } = whose;
  const mend = (who: string): string =>
    isRobot(who)
      ? 'If engineers alone give it orders, an engineer adds it to the setting Engineers of the policy; if others do, as with an assistant, a person makes and sends that part in a commit of their own.'
      : unreadTeams.length === 0
        ? 'An engineer adds them to the list of PMs or to the setting Engineers of the policy.'
        : `Who is in ${unreadTeams.join(', ')} could not be read: give the gate a token that may read teams (docs/gate.md, “Inputs, outputs, rights”).`;
  const troubles = [
    ...unknown.map((who) => `Nobody says who ${who} is. ${mend(who)}`),
    ...review.crashes.map(({ check, message }) => `The check ${check} broke: ${message}`),
  ];
  const waits = collectWaits(items);
  const isOpen = items.some(({ state }) => state === 'pm') || counts.length > 0 || troubles.length > 0;
  return { outcome: isOpen ? 'not-ready' : waits.length > 0 ? 'waits' : 'ready', waits, troubles };
}

/** By what it is called; what a robot does that others give orders to is theirs. */
function isRobot(who: string): boolean {
  return who.includes('[bot]') || namesAssistant(who);
}

function collectWaits(items: readonly GateItem[]): readonly Wait[] {
  const waits = new Map<string, string[]>();
  for (const { waitsFor = [], text } of items)
    for (const who of waitsFor) waits.set(who, [...(waits.get(who) ?? []), text]);
  return [...waits].map(([who, texts]) => ({ who, items: texts }));
}
