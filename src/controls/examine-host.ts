import type { HostedRepository } from '../hosts/host-api.js';
import { listRules } from '../policy/check-policy.js';
import type { Policy } from '../policy/policy.js';
import type { HostFacts } from './host-facts.js';
import type { ControlLine, HostLine } from './host-line.js';
import { judgeControls } from './judge-controls.js';
import { judgeHost } from './judge-host.js';
import { readHostFacts } from './read-host-facts.js';

/** What a host holds of a policy: each thing that was asked of it, and what stands behind each control. */
export interface HostReport extends Pick<HostFacts, 'kind' | 'page' | 'branch' | 'readAt'> {
  readonly lines: readonly HostLine[];
  readonly controls: readonly ControlLine[];
}

/** Asks a host, which changes nothing there, and judges what it said. Rejects with a `HostError` for an address or token that is none. */
export async function examineHost(
  place: HostedRepository,
  branch: string,
  policy: Policy,
  paths: readonly string[],
): Promise<HostReport> {
  return reportHost(await readHostFacts(place, branch, policy), policy, paths);
}

/** What was read of a host, judged. */
export function reportHost(facts: HostFacts, policy: Policy, paths: readonly string[]): HostReport {
  const { kind, page, branch, readAt } = facts;
  const lines = judgeHost(facts, policy);
  const forbids = policy.tips.flatMap(
    ({ zone }) => zone?.rules.filter(({ effect }) => effect === 'forbid') ?? [],
  ).length;
  // Where this host does not look for CODEOWNERS.
  const elsewhere = kind === 'github' ? '.gitlab/' : '.github/';
  const unbacked = policy.tips.flatMap((tip) =>
    listRules(tip, paths)
      .filter(
        ({ rule, gap }) =>
          gap !== undefined || (rule.effect === 'forbid' && tip.codeowners?.file.startsWith(elsewhere) === true),
      )
      .map(({ rule: { file = tip.zone?.file ?? '', line } }) => `${file}:${line}`),
  );
  return { kind, page, branch, readAt, lines, controls: judgeControls(lines, { forbids, unbacked }) };
}
