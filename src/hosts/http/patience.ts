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
      return restAfter(answer, tries, now);
    case 'server':
    case 'cut':
    case 'timeout':
      return 1000 * 3 ** (tries - 1);
    default:
      return undefined;
  }
}

/** Milliseconds to leave a host alone after too many requests: what it says itself, else a minute, and twice as long each time after. */
export function restAfter(answer: HttpAnswer | undefined, tries: number, now: number): number {
  return toldToWait(answer, now) ?? 60_000 * 2 ** (tries - 1);
}

/** What the host itself says of how long to wait, in milliseconds, in the headers that GitHub and GitLab use. */
function toldToWait(answer: HttpAnswer | undefined, now: number): number | undefined {
  const after = seconds(answer?.header('retry-after'));
  if (after !== undefined) return after * 1000;
  // As long as requests are left, a limit of another kind was met: GitHub's secondary ones, which end long before the count begins anew.
  const left = seconds(answer?.header('x-ratelimit-remaining') ?? answer?.header('ratelimit-remaining'));
  if (left !== undefined && left > 0) return undefined;
  const reset = seconds(answer?.header('x-ratelimit-reset') ?? answer?.header('ratelimit-reset'));
  return reset === undefined ? undefined : Math.max(1000, reset * 1000 - now);
}

function seconds(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : undefined;
}
