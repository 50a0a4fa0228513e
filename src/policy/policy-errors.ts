import { parseCodeowners } from './parse-codeowners.js';
import type { Policy, PolicyTip, Problem } from './policy.js';

/** What engineering has to fix before anything is open to a PM alone or a review can be ready (design §3). */
export function policyErrors(policy: Policy): readonly Problem[] {
  return policy.tips.flatMap(tipErrors);
}

/** The same for one commit's policy. */
export function tipErrors(tip: PolicyTip): readonly Problem[] {
  return [...(tip.zone?.problems ?? []).filter(({ severity }) => severity === 'error'), ...pmsAmongOwners(tip)];
}

/** Pilot PMs among the code owners: they could approve what they must not (design §3, "Roster"). Needs no paths. */
export function pmsAmongOwners({ zone, codeowners }: PolicyTip): readonly Problem[] {
  const pms = new Set(
    (zone?.roster ?? []).flatMap(({ handles, emails }) => [...handles, ...emails]).map((name) => name.toLowerCase()),
  );
  if (codeowners === undefined || pms.size === 0) return [];
  const { source } = codeowners;
  if (source !== undefined && !mentions(source.text, pms)) return [];
  const { rules } = source === undefined ? codeowners : parseCodeowners(source);
  const problems: Problem[] = [];
  for (const { owners, line } of rules) {
    for (const owner of owners) {
      if (!pms.has(owner.toLowerCase())) continue;
      const message = `${owner} is a pilot PM and cannot be a code owner. Ask engineering to name an engineer on this line.`;
      problems.push({ severity: 'error', file: codeowners.file, line, message });
    }
  }
  return problems;
}

/** Whether the text contains one of these names, given in lower case. */
function mentions(text: string, names: ReadonlySet<string>): boolean {
  const lower = text.toLowerCase();
  // The lower case of a letter outside ASCII may depend on its neighbours.
  return [...names].some((name) => /[^\0-\x7f]/.test(name) || lower.includes(name));
}
