import { namesAssistant } from '../change/ai-evidence.js';
import { identify } from '../policy/asking.js';
import { foldForEye } from '../policy/fold-for-eye.js';
import type { ReviewContext } from './check.js';

/**
 * People whom the change's commits name as co-author and who are neither the author nor a pilot PM. An author is never their own
 * co-author, whatever they write: another tag in their address, the address that a host gave them, their handle or their name. A typed
 * name is a claim: it is proven only by an approval on the host (design §4, "What pair asks").
 */
export function findCoAuthors({
  change,
  policy,
  asking,
}: Pick<ReviewContext, 'change' | 'policy' | 'asking'>): string[] {
  const people = change.commits.flatMap(({ author, committer }) => [author, committer]);
  // Of a range everyone asks whom its commits name, the co-authors too.
  const addresses = [...(change.kind === 'range' ? [] : asking.names), ...people.map(({ email }) => email)];
  const { rows } = identify(policy, addresses);
  const own = new Set([
    ...[...addresses, ...rows.flatMap(({ emails, handles }) => [...emails, ...handles])].flatMap(formsOf),
    ...people.map(({ name }) => plain(name)),
  ]);
  own.delete('');
  const found = new Map<string, string>();
  for (const { trailers } of change.commits) {
    for (const { key, value } of trailers) {
      const [, called = '', address] = /^([^<>]*)<([^<>\s]+@[^<>\s]+)>\s*$/.exec(value) ?? [];
      if (key.toLowerCase() !== 'co-authored-by' || address === undefined) continue;
      const [name, email] = [called.trim(), address.toLowerCase()];
      if ([...formsOf(email), plain(name)].some((form) => own.has(form))) continue;
      if (namesAssistant(value) || /\[bot\]/i.test(value)) continue;
      if (identify(policy, [email, withoutTag(email)]).kind === 'pilot-pm') continue;
      found.set(email, name || email);
    }
  }
  return [...found.values()];
}

/** What a handle or an address says who it is: itself without a tag, and the handle in a host's address or before the `@` of any. */
function formsOf(name: string): readonly string[] {
  const address = withoutTag(name.toLowerCase());
  const [local = '', host] = address.split('@');
  return host === undefined ? [plain(address)] : [address, plain(local)];
}

/** `maya+work@acme.com` reaches Maya too; GitHub and GitLab put a number before the handle. */
function withoutTag(email: string): string {
  return /@users\.noreply\./i.test(email) ? email.replace(/^\d+[+-]/, '') : email.replace(/\+[^@]*(?=@)/, '');
}

/** A name as the eye takes it: letters and digits alone, so that `@maya-lin`, `Maya Lin` and `maya.lin` are one. */
function plain(name: string): string {
  const lower = name.toLowerCase();
  return (foldForEye(lower) ?? lower).replace(/[^\p{L}\p{N}]/gu, '');
}
