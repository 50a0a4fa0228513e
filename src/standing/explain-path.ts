import { listTracked } from '../change/list-tracked.js';
import { explain } from '../policy/explain.js';
import { nearPolicy } from '../policy/near-codeowners.js';
import type { OpenZone } from '../policy/open-zone.js';
import type { Judgement } from '../policy/policy.js';
import { judgeAsked } from './judge-tracked.js';

/** The standing of one path from the root, as data and in lines to read. A folder is judged as one, whether or not `/` ends it. */
export async function explainPath(
  session: OpenZone,
  path: string,
): Promise<{ readonly path: string; readonly judgement: Judgement; readonly lines: readonly string[] }> {
  const plain = path.replace(/\/+$/, '');
  const tracked = await listTracked(session.repository);
  const isFolder = plain !== path || tracked.paths.some((each) => each.startsWith(`${plain}/`));
  // A folder's standing depends on what the rules say below it too.
  const policy = isFolder ? session.policy : nearPolicy(session.policy, [plain]);
  const judgement = judgeAsked({ ...session, policy }, tracked, [plain])(isFolder ? `${plain}/` : plain);
  return { path: plain, judgement, lines: explain(plain, judgement, session) };
}
