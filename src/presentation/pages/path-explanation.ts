import { explainStanding, type Explanation } from '../../policy/explain-standing.js';
import type { Asking, Judgement, Policy, PolicyTip, Reason, Standing } from '../../policy/policy.js';

/** A rule that took part, and the revision in which its line is to be read; the working copy's has no `commit`. */
export interface RuleLocation extends Reason, Pick<PolicyTip, 'ref' | 'commit'> {}

/** Why one file or folder has its standing. */
export interface PathExplanation extends Omit<Explanation, 'rules'> {
  /** From the root; a folder's ends in a slash. */
  readonly path: string;
  readonly standing: Standing;
  /** The deciding rule first. Empty where the reason is built in. */
  readonly rules: readonly RuleLocation[];
  readonly owners: readonly string[];
}

/** Explains a path of a repository; `path` is from the root, without a slash at its end. */
export function explainPathForPage(
  path: string,
  session: {
    readonly policy: Policy;
    readonly asking: Asking;
    readonly judge: (path: string) => Judgement;
    readonly isFolder: (path: string) => boolean;
  },
): PathExplanation {
  const judged = session.isFolder(path) ? `${path}/` : path;
  const judgement = session.judge(judged);
  const explanation = explainStanding(judged, judgement, session);
  const rules = explanation.rules.map((rule) => ruleAt(rule, session.policy));
  return { ...explanation, path: judged, standing: judgement.standing, rules, owners: judgement.owners };
}

/** Where several tips count, a reason's text ends in the name of the one that it is from. */
function ruleAt({ file, line, text }: Reason, { tips }: Policy): RuleLocation {
  const from: PolicyTip = tips.find(({ ref }) => text.endsWith(` (on ${ref})`)) ?? tips[0];
  return { file, line, text: text.replace(/\s+/g, ' ').trim(), ref: from.ref, commit: from.commit };
}
