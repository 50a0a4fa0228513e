import type { TrackedPaths } from '../../git/list-tracked.js';
import { listOwningLines } from '../../policy/check-policy.js';
import { renderExplanation } from '../../policy/explain-standing.js';
import { narrowPolicy } from '../../policy/narrow-policy.js';
import type { PolicySession } from '../../policy/policy-session.js';
import type { Judgement, Reason } from '../../policy/policy.js';
import { createBatchJudge } from '../../policy/tracked-judge.js';

/** Why a path has its standing, as data and in lines to read. */
export interface PathExplained {
  /** From the root, without a slash at its end. */
  readonly path: string;
  readonly judgement: Judgement;
  readonly lines: readonly string[];
  /** The lines of CODEOWNERS that its owners come from, also those that keep nobody out (`*`); none for a folder, which may have many. */
  readonly ownedBy: readonly Reason[];
}

/** The standing of one path from the root among the files that are there. A folder is judged as one, whether or not `/` ends it. */
export function explainPath(session: PolicySession, tracked: TrackedPaths, path: string): PathExplained {
  const plain = path.replace(/\/+$/, '');
  const isFolder = plain !== path || tracked.paths.some((each) => each.startsWith(`${plain}/`));
  // A folder's standing depends on what the rules say below it too.
  const policy = isFolder ? session.policy : narrowPolicy(session.policy, [plain]);
  const judgement = createBatchJudge({ ...session, policy }, tracked, [plain])(isFolder ? `${plain}/` : plain);
  const ownedBy = policy.tips.flatMap((tip) =>
    listOwningLines(tip, isFolder ? [] : [plain])
      .flat()
      .map(({ line, text }) => ({ file: tip.codeowners?.file ?? '', line, text })),
  );
  return { path: plain, judgement, lines: renderExplanation(plain, judgement, session), ownedBy };
}
