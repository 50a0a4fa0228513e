import { openGit } from '../../git/git.js';
import { indexQuery } from '../../git/git-queries.js';
import { openPolicySession } from '../../policy/policy-session.js';
import { createTrackedJudge } from '../../policy/tracked-judge.js';
import { indexTracked, type TrackedIndex } from '../../policy/tracked-index.js';
import { createTextMemory } from '../../text/text-memory.js';
import { openTyping, type Typing } from '../findings/open-typing.js';
import { readMyChange } from '../my-change/my-change.js';
import { readReview } from '../my-change/read-review.js';
import { createSiblingReader } from '../my-change/sibling-reader.js';
import { collectMyZone } from '../my-zone/my-zone.js';
import { readTextUsers } from '../words-page/read-text-users.js';
import { readPlans } from '../plan/read-plans.js';
import { breathe } from './breathe.js';
import type { ReaderCalls } from './reader-calls.js';
import { createRepositoryWords } from './repository-words.js';

/** Answers what is asked of repositories, and remembers of each what the next answer may need again. */
export function answerCalls(): ReaderCalls {
  const of = keepPerRoot(rememberRepository);
  const typings = keepLast<Typing>(2);
  return {
    readPolicy: async ({ root, ...asker }) => (await openPolicySession({ cwd: root, ...asker })).close(),
    readMyChange: ({ root, ...asker }) => readMyChange(root, { ...asker, ...of(root) }),
    readReview: ({ root, ...asker }, { goesOn }) => readReview(root, { ...asker, ...of(root) }, goesOn),
    readMyZone: async ({ root, environment, ...by }, { goesOn }) => {
      const { tracked, findCollision } = await of(root).list(environment);
      const judge = createTrackedJudge(by, tracked, findCollision);
      return collectMyZone({ tracked, judge, ...by }, { yieldToOthers: breathe, shouldContinue: goesOn });
    },
    readPlans: async ({ root, environment, policy, untracked }) => {
      const { list, remember } = of(root);
      const { tracked } = await list(environment);
      return readPlans(root, policy, [...new Set([...tracked.paths, ...untracked])], remember);
    },
    openTyping: async ({ root, path, ...asker }, { goesOn }) => {
      const typing = await openTyping(root, path, asker, goesOn);
      return typing === undefined ? undefined : typings.keep(typing);
    },
    reviewTyped: ({ handle, text }) => Promise.resolve(typings.get(handle)?.review(text)),
    readTextUsers: ({ root, path, text, keys, ...asker }) => readTextUsers(root, path, text, keys, asker),
    readWords: async (asked, caller) => {
      const { list, words } = of(asked.root);
      return words.read(await list(asked.environment), asked, caller);
    },
    findWords: ({ root, typed, limit }) => Promise.resolve(of(root).words.find(typed, limit)),
  };
}

/** What is remembered of one repository: what follows from its texts, its paths, its words. */
function rememberRepository(root: string) {
  let known: TrackedIndex | undefined;
  return {
    remember: createTextMemory(),
    readSibling: createSiblingReader(),
    list: async (environment: NodeJS.ProcessEnv): Promise<TrackedIndex> => {
      known = indexTracked(await openGit(root, { environment }).run(indexQuery), known);
      return known;
    },
    words: createRepositoryWords(root),
  };
}

function keepPerRoot<T>(create: (root: string) => T): (root: string) => T {
  const kept = new Map<string, T>();
  return (root) => {
    const value = kept.get(root) ?? create(root);
    kept.set(root, value);
    return value;
  };
}

/** Keeps the newest values, each under a number of its own. */
function keepLast<T>(most: number) {
  const kept = new Map<number, T>();
  let last = 0;
  return {
    keep: (value: T): number => {
      last += 1;
      kept.set(last, value);
      kept.delete(last - most);
      return last;
    },
    get: (handle: number): T | undefined => kept.get(handle),
  };
}
