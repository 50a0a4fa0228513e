import { namesAssistant } from '../change/ai-evidence.js';
import { identify } from '../policy/asking.js';
import type { ReviewContext } from './check.js';

/**
 * People whom the change's commits name as co-author and who are neither the author nor a pilot PM. A typed name is a claim: it
 * is proven only by an approval on the host (design §4, "What pair asks").
 */
export function findCoAuthors({
  change,
  policy,
  asking,
}: Pick<ReviewContext, 'change' | 'policy' | 'asking'>): string[] {
  // Of a range everyone asks whom its commits name, the co-authors too.
  const own = new Set(change.kind === 'range' ? [] : asking.names.map((name) => name.toLowerCase()));
  const authors = new Set(
    change.commits.flatMap((commit) => [commit.author.email.toLowerCase(), commit.committer.email.toLowerCase()]),
  );
  const found = new Map<string, string>();
  for (const { trailers } of change.commits) {
    for (const { key, value } of trailers) {
      const person = /^([^<>]*)<([^<>\s]+@[^<>\s]+)>\s*$/.exec(value);
      const email = person?.[2]?.toLowerCase();
      if (key.toLowerCase() !== 'co-authored-by' || email === undefined) continue;
      if (own.has(email) || authors.has(email) || namesAssistant(value) || /\[bot\]/i.test(value)) continue;
      if (identify(policy, [email]).kind === 'pilot-pm') continue;
      found.set(email, person?.[1]?.trim() || email);
    }
  }
  return [...found.values()];
}
