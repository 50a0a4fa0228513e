import { listTracked } from '../../git/list-tracked.js';
import { renderExplanation } from '../../policy/explain-standing.js';
import { narrowPolicy } from '../../policy/narrow-policy.js';
import type { PolicySession } from '../../policy/policy-session.js';
import type { Judgement } from '../../policy/policy.js';
import { createBatchJudge } from '../../policy/tracked-judge.js';

/** The standing of one path from the root, as data and in lines to read. A folder is judged as one, whether or not `/` ends it. */
export async function explainPath(
  session: PolicySession,
  path: string,
): Promise<{ readonly path: string; readonly judgement: Judgement; readonly lines: readonly string[] }> {
  const plain = path.replace(/\/+$/, '');
  const tracked = await listTracked(session.repository);
  const isFolder = plain !== path || tracked.paths.some((each) => each.startsWith(`${plain}/`));
  // A folder's standing depends on what the rules say below it too.
  const policy = isFolder ? session.policy : narrowPolicy(session.policy, [plain]);
  const judgement = createBatchJudge({ ...session, policy }, tracked, [plain])(isFolder ? `${plain}/` : plain);
  return { path: plain, judgement, lines: renderExplanation(plain, judgement, session) };
}
