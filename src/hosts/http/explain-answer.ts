import type { HostTrouble } from '../host-error.js';
import type { HttpAnswer } from '../http-door.js';

/** What is wrong with an answer by its status and headers; `undefined` where it says what was asked for. */
export function explainAnswer(name: string, answer: HttpAnswer): HostTrouble | undefined {
  const { status } = answer;
  // GitHub leaves out of a list what the token's owner has not signed on for, and says so in this header alone.
  if (answer.header('x-github-sso') !== undefined) {
    return {
      kind: 'sign-on',
      sentence: `${name} was refused: the organization asks for single sign-on. Authorize the token for the organization.`,
    };
  }
  if (status === 200 || status === 201 || status === 202) return undefined;
  if (isRateLimited(answer)) {
    return { kind: 'rate-limit', sentence: `${name} was put off: too many requests. Try again later.` };
  }
  return byStatus(name, status);
}

/** By GitHub's best practices for its API, which GitLab's answers fit: 429, or 403 with one of these signs. */
function isRateLimited({ status, header, text }: HttpAnswer): boolean {
  if (status === 429) return true;
  if (status !== 403) return false;
  return (
    header('retry-after') !== undefined ||
    header('x-ratelimit-remaining') === '0' ||
    /secondary rate limit|abuse detection/i.test(text.slice(0, 2000))
  );
}

function byStatus(name: string, status: number): HostTrouble {
  switch (status) {
    case 401:
      return {
        kind: 'unauthorized',
        sentence: `${name} was refused: the token is missing, wrong or has run out. Give a new one.`,
      };
    case 403:
      return {
        kind: 'forbidden',
        sentence: `${name} was refused: the token lacks the right to it. Give it that right.`,
      };
    case 404:
    case 410:
      return { kind: 'not-found', sentence: `${name} found nothing: it does not exist, or the token may not see it.` };
    case 409:
      return {
        kind: 'conflict',
        sentence: `${name} was refused: something else changed at the same moment. Try again.`,
      };
    case 400:
    case 422:
      return { kind: 'refused', sentence: `${name} was refused: the host does not take what was asked (${status}).` };
    default:
      return status >= 500
        ? { kind: 'server', sentence: `${name} failed on the host's side (${status}). Try again later.` }
        : { kind: 'malformed', sentence: `${name} was answered in a way that is not understood (${status}).` };
  }
}
