import { namesAssistant } from '../change/ai-evidence.js';
import type { Commit } from '../change/change.js';
import { identify } from '../policy/asking.js';
import { foldForEye } from '../policy/fold-for-eye.js';
import type { ReviewContext } from './check.js';

/** Who works on the change with the PM, by its commits: each a claim, which is proven only by an approval on the host (design §4, "What pair asks"). */
export interface Pairing {
  /** Everyone whom a commit names as co-author, or who made one of their own. */
  readonly all: readonly string[];
  /** Of a path: whom any commit names as co-author, and who made a commit of their own that changes it. */
  readonly of: (path: string) => readonly string[];
}

/**
 * People of the change's commits who are neither the PM whose change it is nor another pilot PM. A PM is never their own
 * engineer, whatever they write: another tag in their address, the address that a host gave them, their handle or their name; and
 * nobody is co-author of what they made or typed in themselves. Without a roster nobody can tell an author from a PM.
 */
export function findPairing(context: Pick<ReviewContext, 'change' | 'policy' | 'asking'>): Pairing {
  const { commits } = context.change;
  const isPm = createFilter(context);
  const named = new Map<string, string>();
  const authors = new Map<string, Map<string, string>>();
  for (const commit of commits) {
    for (const [name, email] of coAuthorsOf(commit)) if (!isPm(name, email)) named.set(email, name || email);
    const { name, email } = commit.author;
    // Whose it is readers differ in where there is more than one author.
    if (commit.mentions !== undefined || isPm(name, email)) continue;
    for (const { path } of commit.madeByMerge ?? commit.files)
      authors.set(path, (authors.get(path) ?? new Map<string, string>()).set(email.toLowerCase(), name || email));
  }
  const joined = (...lists: readonly ReadonlyMap<string, string>[]): readonly string[] => [
    ...new Map(lists.flatMap((list) => [...list])).values(),
  ];
  const all = joined(named, ...authors.values());
  return { all, of: (path) => joined(named, authors.get(path) ?? new Map()) };
}

type Filter = (name: string, email: string) => boolean;

/** Whether somebody is a PM of the change, another PM, an assistant or a robot. */
function createFilter({ change, policy, asking }: Pick<ReviewContext, 'change' | 'policy' | 'asking'>): Filter {
  const people = change.commits.flatMap(({ author, committer }) => [author, committer]);
  const isPilot = (email: string): boolean => identify(policy, [email, withoutTag(email)]).kind !== 'not-on-roster';
  const pms = people.filter(({ email }) => isPilot(email));
  // Of a range everyone asks whom its commits name, the co-authors too.
  const addresses = [...(change.kind === 'range' ? [] : asking.names), ...pms.map(({ email }) => email)];
  const rows = [...asking.rows, ...identify(policy, addresses).rows];
  const own = new Set([
    ...[...addresses, ...rows.flatMap(({ emails, handles }) => [...emails, ...handles])].flatMap(formsOf),
    ...pms.map(({ name }) => plain(name)),
  ]);
  own.delete('');
  return (name, email) =>
    [...formsOf(email), plain(name)].some((form) => own.has(form)) ||
    namesAssistant(`${name} <${email}>`) ||
    /\[bot\]/i.test(name + email) ||
    identify(policy, [email, withoutTag(email)]).kind === 'pilot-pm';
}

/** Names and addresses of the co-authors that a commit names, without its own author and committer. */
function coAuthorsOf({ author, committer, trailers }: Commit): readonly (readonly [string, string])[] {
  const own = new Set([author, committer].flatMap(({ name, email }) => [...formsOf(email), plain(name)]));
  own.delete('');
  return trailers.flatMap(({ key, value }) => {
    const [, called = '', address] = /^([^<>]*)<([^<>\s]+@[^<>\s]+)>\s*$/.exec(value) ?? [];
    if (key.toLowerCase() !== 'co-authored-by' || address === undefined) return [];
    const [name, email] = [called.trim(), address.toLowerCase()];
    return [...formsOf(email), plain(name)].some((form) => own.has(form)) ? [] : [[name, email] as const];
  });
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
