import type { Examination } from '../../doctor/examine-policy.js';
import type { TrackedPaths } from '../../git/list-tracked.js';
import type { Policy, Zone } from '../../policy/policy.js';
import type { PilotRequest } from '../pilot-request.js';
import type { Survey } from '../survey-repository.js';
import { writeBackingLines } from '../backing-lines.js';

/** The files whose text counts as the policy's. */
export function importedBy({ tips: [{ zone }] }: Policy, { paths }: TrackedPaths): readonly string[] {
  return (zone?.sources ?? []).filter((file) => file !== zone?.file && paths.includes(file));
}

/** The lines that CODEOWNERS lacks by what doctor says: of people's own file they are only said. */
export function findBacking(
  { answers, tracked }: PilotRequest,
  { closed }: Survey,
  policy: Policy,
  { problems }: Examination,
): readonly string[] {
  const warned = new Set(
    problems.filter(({ severity }) => severity === 'warning').map(({ file, line }) => `${file}:${line}`),
  );
  const [{ zone, codeowners, skill }] = policy.tips;
  const { file: own, line: heading, rules } = zone as Zone;
  const isWarned = (file: string, line: number): boolean => warned.has(`${file}:${line}`);
  const warnedOf = new Set(
    rules.filter(({ file = own, line }) => codeowners === undefined || isWarned(file, line)).map(({ glob }) => glob),
  );
  const unbacked = closed.filter(({ glob }) => warnedOf.has(glob));
  const files = [
    ...(isWarned(own, heading) ? [own] : []),
    ...importedBy(policy, tracked).filter((file) => isWarned(file, 1)),
    ...(skill !== undefined && isWarned(skill.path, 1) ? ['.claude/'] : []),
    ...(codeowners !== undefined && isWarned(codeowners.file, 1) ? [codeowners.file] : []),
  ];
  const { engineers } = answers;
  return writeBackingLines(unbacked, files, engineers.length === 0 ? ['@OWNER'] : engineers);
}
