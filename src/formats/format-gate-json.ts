import type { GateVerdict } from '../gate/gate-verdict.js';
import { escapeJson } from '../text/escape-json.js';

/** The review object of design §7 with the gate's part beside it, one line. */
export function formatGateJson({ review, waived, whose, items, ...gate }: GateVerdict): string {
  const { kind, said, unknown } = whose;
  const data = {
    ...review,
    thing: undefined,
    gate: {
      ...gate,
      whose: { kind, said, unknown },
      items: items,
      waived: [...waived].map(([finding, by]) => ({ finding, by })),
    },
  };
  return `${escapeJson(JSON.stringify(data))}\n`;
}
