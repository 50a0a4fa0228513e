import { explainStanding } from '../../policy/explain-standing.js';
import type { Asking, Judgement, Policy, PolicyTip, Reason, Standing } from '../../policy/policy.js';

/** A rule that took part, and the revision in which its line is to be read; the working copy's has no `commit`. */
export interface RuleLocation {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly ref: string;
  readonly commit: string | undefined;
}

/** Why one file or folder has its standing. */
export interface PathExplanation {
  /** From the root; a folder's ends in a slash. */
  readonly path: string;
  readonly standing: Standing;
  readonly sentence: string;
  /** The deciding rule first. Empty where the reason is built in. */
  readonly rules: readonly RuleLocation[];
  readonly condition: string | undefined;
  readonly owners: readonly string[];
  readonly nextStep: string;
  readonly judgedBy: string;
}

/** Explains a path of a repository; `path` is from the root, without a slash at its end. */
export function explainPathForPage(
  path: string,
  zone: {
    readonly policy: Policy;
    readonly asking: Asking;
    readonly judge: (path: string) => Judgement;
    readonly isFolder: (path: string) => boolean;
  },
): PathExplanation {
  const asked = zone.isFolder(path) ? `${path}/` : path;
  const judgement = zone.judge(asked);
  const { sentence, rules, condition, nextStep, judgedBy } = explainStanding(asked, judgement, zone);
  return {
    path: asked,
    standing: judgement.standing,
    sentence,
    rules: rules.map((rule) => ruleAt(rule, zone.policy)),
    condition,
    owners: judgement.owners,
    nextStep,
    judgedBy,
  };
}

/** Where several tips count, a reason's text ends in the name of the one that it is from. */
function ruleAt({ file, line, text }: Reason, { tips }: Policy): RuleLocation {
  const from: PolicyTip = tips.find(({ ref }) => text.endsWith(` (on ${ref})`)) ?? tips[0];
  return { file, line, text: text.replace(/\s+/g, ' ').trim(), ref: from.ref, commit: from.commit };
}
