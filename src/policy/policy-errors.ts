import { findChecklistErrors } from './checklist/find-checklist-errors.js';
import { parseCodeowners } from './codeowners/parse-codeowners.js';
import type { Policy, PolicyTip, PolicyProblem } from './policy.js';

/** What engineering has to fix before a review can be ready, and most of it before anything is open to a PM alone (design §3). */
export function findPolicyErrors(policy: Policy): readonly PolicyProblem[] {
  return policy.tips.flatMap(findTipErrors);
}

/** The same for one commit's policy. */
export function findTipErrors(tip: PolicyTip): readonly PolicyProblem[] {
  return [...(tip.zone?.problems ?? []).filter(({ severity }) => severity === 'error'), ...findErrorsAround(tip)];
}

/** The first error that leaves undecided what is open to a PM alone. */
export function findShuttingError(tip: PolicyTip): PolicyProblem | undefined {
  return findTipErrors(tip).find(({ shuts }) => shuts !== false);
}

/** The errors in the files beside the PM zone: they need no paths. */
export function findErrorsAround(tip: PolicyTip): readonly PolicyProblem[] {
  return [...findPmsAmongOwners(tip), ...(tip.skill === undefined ? [] : findChecklistErrors(tip.skill))];
}

/** Pilot PMs among the code owners: they could approve what they must not (design §3, "Roster"). Needs no paths. */
export function findPmsAmongOwners({ zone, codeowners }: PolicyTip): readonly PolicyProblem[] {
  const pms = new Set(
    (zone?.roster ?? []).flatMap(({ handles, emails }) => [...handles, ...emails]).map((name) => name.toLowerCase()),
  );
  if (codeowners === undefined || pms.size === 0) return [];
  const { source } = codeowners;
  if (source !== undefined && !mentions(source.text, pms)) return [];
  const { rules } = source === undefined ? codeowners : parseCodeowners(source);
  const problems: PolicyProblem[] = [];
  for (const { owners, line } of rules) {
    for (const owner of owners) {
      if (!pms.has(owner.toLowerCase())) continue;
      const message = `${owner} is a pilot PM and cannot be a code owner. Ask an engineer to name an engineer on this line.`;
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
