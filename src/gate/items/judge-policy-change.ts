import { codeownersFiles, skillFile, zoneFiles } from '../../policy/read-tip.js';
import type { ChangedFile } from '../../change/change.js';
import type { Judgement } from '../../policy/policy.js';
import type { ReviewContext } from '../../review/check.js';
import type { Approvals } from '../approvals/find-approvals.js';
import type { KnownPeople } from '../people/known-people.js';
import { describeProof } from './describe-proof.js';
import type { GateItem } from './gate-item.js';
import { proveApprovals } from './required-people.js';

/**
 * The item of a change that is no PM's and touches what judges PMs: the policy's files, CODEOWNERS, the skill file, or a workflow that runs the
 * gate. Somebody who owns them and did not write it approves (design §9, "Whose change").
 */
export function judgePolicyChange(
  { change, policy, judgements }: ReviewContext,
  approvals: Approvals,
  known: KnownPeople,
): readonly GateItem[] {
  const sources = policy.tips.flatMap(({ zone }) => zone?.sources ?? []);
  const steering = new Set([...zoneFiles, ...codeownersFiles, skillFile, ...sources]);
  const touched = change.files.filter((file) => steering.has(file.path) || runsGate(file));
  if (touched.length === 0) return [];
  const dris = [
    ...new Set(policy.tips.flatMap(({ zone }) => zone?.roster ?? []).flatMap((row) => row.engineeringDris)),
  ];
  const owners = touched.map(({ path }) => (judgements.get(path) as Judgement).owners);
  const required = [...new Map(owners.map((names) => [JSON.stringify(names), names])).values()].map((names) => ({
    names: names.length > 0 ? names : dris,
    role: 'owner of the policy',
  }));
  const paths = touched.map(({ path }) => path);
  const shown = paths.length > 3 ? `${paths.slice(0, 3).join(', ')} and ${paths.length - 3} more` : paths.join(', ');
  return [
    {
      id: 'policy-change',
      section: 'Scope',
      text: `What PMs may change is decided by ${shown}, which this changes; somebody who owns that approves it`,
      ...describeProof(proveApprovals(required, approvals, known), approvals, known),
    },
  ];
}

/** A workflow or pipeline of the host that names the gate. */
function runsGate({ path, before, after }: ChangedFile): boolean {
  const isWorkflow = /^\.github\/(?:workflows|actions)\/|^\.gitlab-ci\.ya?ml$|^\.gitlab\//.test(path);
  return (
    isWorkflow && [before, after].some((side) => side !== undefined && (side.text ?? 'pm-zone').includes('pm-zone'))
  );
}
