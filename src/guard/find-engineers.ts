import { namesAssistant } from '../change/ai-evidence.js';
import { rosterNames } from '../policy/asking.js';
import type { PolicySession } from '../policy/policy-session.js';
import { printable } from '../text/printable.js';

/** A person whom git knows from the history. */
export interface KnownPerson {
  readonly name: string;
  readonly email: string;
  /** Named in `names`, by handle or address. */
  readonly isNamed: boolean;
}

/** How many commits are searched for people. */
const mostCommits = 1000;

/**
 * The people of the newest commits who can be named as an engineer in a message: not who is asking, no pilot PM, no assistant and no
 * robot. Those who are named come first. Rejects with a `GitError`.
 */
export async function findEngineers(
  { repository, policy, asking }: Pick<PolicySession, 'repository' | 'policy' | 'asking'>,
  names: readonly string[],
): Promise<readonly KnownPerson[]> {
  if (repository.head.commit === undefined) return [];
  const output = await repository.git.run([
    'log',
    `--max-count=${mostCommits}`,
    '--no-show-signature',
    '--format=%aN%x00%aE',
    repository.head.commit,
    '--',
  ]);
  const not = new Set(
    [...rosterNames(policy), ...asking.names, repository.email ?? ''].map((each) => each.toLowerCase()),
  );
  const wanted = names.map(normalizeName);
  const found = new Map<string, KnownPerson>();
  for (const line of output.toString('utf8').split('\n').slice(0, -1)) {
    const [name = '', email = ''] = line.split('\0');
    const known = email.toLowerCase();
    if (found.has(known) || not.has(known) || !/^[^<>\s]+@[^<>\s]+$/.test(email)) continue;
    if (namesAssistant(`${name} <${email}>`) || /\[bot\]/i.test(line)) continue;
    const keys = [
      normalizeName(name),
      normalizeName(email),
      normalizeName(known.replace(/@.*/, '').replace(/^\d+\+/, '')),
    ];
    found.set(known, { name: printable(name), email, isNamed: keys.some((key) => key !== '' && wanted.includes(key)) });
  }
  return [...found.values()].sort((one, other) => Number(other.isNamed) - Number(one.isNamed));
}

/** `@erin-okafor` and `Erin Okafor` are equal. */
function normalizeName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}@]|^@/gu, '');
}
