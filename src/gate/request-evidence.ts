import type { Change } from '../change/change.js';
import { controlFilesOf } from '../policy/control-files.js';
import { createJudge } from '../policy/judge.js';
import { narrowPolicy } from '../policy/narrow-policy.js';
import type { Policy } from '../policy/policy.js';
import type { EvidenceRequest } from './evidence.js';
import { findSteeringFiles } from './policy-change/steering-files.js';

/**
 * What the host is asked for besides the pull request itself: everyone on whose name a verdict can depend, which are the roster's PMs and DRIs, the
 * engineers, and the owners of what is changed; who signs for compliance where it touches the policy. Each name is a request or more, so that no other is asked for.
 */
export function requestEvidence(
  policy: Policy,
  { files }: Pick<Change, 'files'>,
  plans: EvidenceRequest['plans'] = [],
): EvidenceRequest {
  const paths = files.map(({ path }) => path);
  const { judge } = createJudge(narrowPolicy(policy, paths), { kind: 'no-roster', names: [], rows: [] });
  const isOfPolicy = findSteeringFiles(files, controlFilesOf(policy)).length > 0;
  const names = [
    ...policy.tips.flatMap(({ zone }) => [
      ...(zone?.settings.engineers ?? []),
      ...(zone?.roster ?? []).flatMap((row) => [...row.handles, ...row.engineeringDris, ...row.productDris]),
    ]),
    ...paths.flatMap((path) => judge(path).owners),
    ...(isOfPolicy ? policy.tips.flatMap(({ zone }) => zone?.settings.compliance ?? []) : []),
  ];
  const named = [...new Map(names.map((name) => [name.toLowerCase(), name])).values()].filter((name) =>
    name.startsWith('@'),
  );
  return {
    handles: named.filter((name) => !name.includes('/')),
    teams: named.filter((name) => name.includes('/')),
    plans,
  };
}
