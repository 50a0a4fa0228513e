import type { HostTrouble } from '../host-error.js';
import type { HttpAnswer } from '../http-door.js';

/** How long to wait before asking again; `undefined` where asking again is of no use. */
export function waitBefore(
  trouble: HostTrouble,
  answer: HttpAnswer | undefined,
  tries: number,
  now: number,
): number | undefined {
  if (tries > 2) return undefined;
  switch (trouble.kind) {
    case 'rate-limit':
      return toldToWait(answer, now) ?? 60_000 * 2 ** (tries - 1);
    case 'server':
    case 'cut':
    case 'timeout':
      return 1000 * 3 ** (tries - 1);
    default:
      return undefined;
  }
}

/** What the host itself says of how long to wait, in milliseconds, in the headers that GitHub and GitLab use. */
export function toldToWait(answer: HttpAnswer | undefined, now: number): number | undefined {
  const after = seconds(answer?.header('retry-after'));
  if (after !== undefined) return after * 1000;
  const reset = seconds(answer?.header('x-ratelimit-reset') ?? answer?.header('ratelimit-reset'));
  return reset === undefined ? undefined : Math.max(1000, reset * 1000 - now);
}

function seconds(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : undefined;
}
