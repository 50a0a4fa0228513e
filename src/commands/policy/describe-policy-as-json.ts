import type { PolicyComparison } from '../../doctor/compare-policies.js';
import type { Examination } from '../../doctor/examine-policy.js';
import type { HostKind } from '../../doctor/find-unread-owners.js';
import { listHeldRules } from '../../doctor/list-held-rules.js';
import { standingOfPms } from '../../doctor/summarize-zone.js';
import { whyClosed } from '../../doctor/why-closed.js';
import { planningDocMatcher } from '../../planning/planning-doc-matcher.js';
import { listDescribedWords, type ListedRule } from '../../policy/check-policy.js';
import type { Codeowners, Policy, PolicyTip } from '../../policy/policy.js';
import { listItems } from '../../review/list-items.js';
import type { JudgedPolicy } from './read-judged-policy.js';

/** The policy that stood before, and what differs. */
export interface Against {
  readonly policy: Policy;
  readonly comparison: PolicyComparison;
}

/** What `doctor` knows of the policy, for programs: its tips, what each PM can touch, each rule with its files, the checklist and the problems. */
export function describePolicyAsJson(
  { policy, tracked }: JudgedPolicy,
  { people, waves, from, problems }: Examination,
  against: Against | undefined,
  host: HostKind | undefined,
): object {
  const [{ ref, commit }] = policy.tips;
  const pms = standingOfPms(people);
  return {
    policy: {
      ref,
      commit,
      preview: policy.preview,
      tips: policy.tips.map((tip) => ({ ref: tip.ref, commit: tip.commit, file: tip.zone?.file })),
    },
    files: tracked.paths.length,
    planningDocs: tracked.paths.filter(planningDocMatcher(policy)).length,
    codeowners: policy.tips.map(({ ref: of, codeowners }) => ({
      ref: of,
      file: codeowners?.file,
      dialect: codeowners?.dialect,
      rules: codeowners?.rules.length,
    })),
    pilotFrom: from,
    pms: people.map(({ person, counts }) => ({ ...person, ...counts })),
    waves,
    ...(against && {
      against: { ref: against.policy.tips[0].ref, commit: against.policy.tips[0].commit, ...against.comparison },
    }),
    rules: policy.tips.flatMap((tip) =>
      listHeldRules(tip, tracked.paths, host, pms).map((rule) => toJsonRule(tip, rule)),
    ),
    described: policy.tips.flatMap(({ ref, zone }) =>
      zone === undefined ? [] : listDescribedWords(zone).map((each) => ({ ref, ...each })),
    ),
    checklist: listItems(policy).map(({ line, ...item }) => ({ ...item, file: placeOf(policy, line), line })),
    problems,
  };
}

/** The skill file of an item that stands in it; the built-in list has no file. */
function placeOf({ tips: [{ skill }] }: Policy, line: number | undefined): string | undefined {
  return line === undefined ? undefined : skill?.path;
}

function toJsonRule(
  { ref, zone, codeowners }: PolicyTip,
  { rule, count, openCount, backedBy, gap, weighed }: ListedRule,
): object {
  const { effect, glob, line, file = zone?.file } = rule;
  const own = { ref, file, line, effect, glob, files: count };
  if (effect === 'allow') {
    const { alone, closedBy, rows } = weighed ?? {};
    return { ...own, notClosed: openCount, alone, closedBy, closed: whyClosed(rows ?? []) };
  }
  if (effect === 'pair') return own;
  return { ...own, codeowners: backedBy.map((each) => `${(codeowners as Codeowners).file}:${each.line}`), gap };
}
