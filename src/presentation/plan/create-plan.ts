import { listTracked } from '../../git/list-tracked.js';
import { planningDocMatcher } from '../../planning/planning-doc-matcher.js';
import type { PlanLevel } from '../../planning/planning-doc.js';
import { planTemplatePaths } from '../../planning/plan-template.js';
import { preparePlan } from '../../planning/prepare-plan.js';
import type { PolicySession } from '../../policy/policy-session.js';
import type { Judgement } from '../../policy/policy.js';
import { describeReason } from '../../policy/describe-reason.js';
import { commitRevision, workingCopy } from '../../policy/revision.js';
import { createBatchJudge } from '../../policy/tracked-judge.js';

export interface PlanRequest {
  readonly title: string;
  /** From the root, `/`-separated. */
  readonly folder: string;
  readonly level: PlanLevel;
  readonly flag: string | undefined;
  /** Words that go live at once; level copy alone. */
  readonly withoutFlag?: boolean | undefined;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** What changed, in one sentence, and in which files, where the work came first. */
  readonly sentence?: string | undefined;
  readonly files?: readonly string[] | undefined;
}

/** What was written and how it stands, or why nothing was. */
export type CreatedPlan = { readonly path: string; readonly judgement: Judgement } | { readonly problem: string };

/** Writes the planning doc of a change, from the team's own template where there is one. Nothing is ever written over. */
export async function createPlan(zone: PolicySession, { folder, ...values }: PlanRequest): Promise<CreatedPlan> {
  const tracked = await listTracked(zone.repository);
  const row = zone.asking.rows.find((each) => each.featureFolders.includes(folder)) ?? zone.asking.rows[0];
  const place = { taken: tracked.paths, isPlanningDoc: planningDocMatcher(zone.policy) };
  const decided = preparePlan({ ...values, folder, row }, place, await teamTemplate(zone));
  if ('problem' in decided) return decided;
  const { path, text } = decided;
  const judgement = createBatchJudge(zone, tracked, [path])(path);
  if (judgement.standing === 'locked') {
    return { problem: `${path} would be locked: ${describeReason(judgement)}. Name another folder.` };
  }
  const { createFile } = await import('../../git/create-file.js');
  switch (await createFile(zone.repository.root, path, text)) {
    case undefined:
      return { path, judgement };
    case 'exists':
      return {
        problem: `${path} is there already, and nothing is written over it. Go on with that plan, or name another folder.`,
      };
    default:
      return {
        problem: `${path} cannot be made, because a folder on the way is a link or a file. Name another folder.`,
      };
  }
}

/** The team's own template, as the base has it (design §5). */
async function teamTemplate({ base, repository }: PolicySession): Promise<string | undefined> {
  const revision = base === undefined ? workingCopy(repository.root) : commitRevision(repository.objects, base);
  const found = await revision.readPlain(planTemplatePaths);
  const content = planTemplatePaths.flatMap((path) => found.get(path)?.content ?? [])[0];
  return content && new TextDecoder().decode(content);
}
