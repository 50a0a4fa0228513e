import type { HideSecrets } from '../parsers/hide-secrets.js';
import type { DraftInput } from './draft-pull-request.js';

type Quoting = 'plan' | 'textChanges' | 'reworded' | 'tests' | 'change';

/** The parts of a draft's ground that quote the repository: without what the search for secrets would stop, since a host shows them to everybody. */
export function hideSecretsInDraft(
  { plan, textChanges, reworded = [], tests = [], change }: Pick<DraftInput, Quoting>,
  hide: HideSecrets,
): Pick<DraftInput, Quoting> {
  return {
    plan: plan.plan === undefined ? plan : { ...plan, plan: { ...plan.plan, doc: hideInPlan(plan.plan.doc, hide) } },
    textChanges: textChanges.map((each) => ({
      ...each,
      differences: each.differences.map((one) => ({
        ...one,
        key: hide(one.key),
        ...(one.before !== undefined && { before: hide(one.before) }),
        ...(one.after !== undefined && { after: hide(one.after) }),
      })),
    })),
    reworded: reworded.map((each) => ({ ...each, before: hide(each.before), after: hide(each.after) })),
    tests: tests.map((each) => ({ ...each, words: hide(each.words) })),
    change: { ...change, commits: change.commits.map((each) => ({ ...each, subject: hide(each.subject) })) },
  };
}

type Doc = NonNullable<DraftInput['plan']['plan']>['doc'];

function hideInPlan(doc: Doc, hide: HideSecrets): Doc {
  return {
    ...doc,
    title: doc.title === undefined ? undefined : hide(doc.title),
    fields: doc.fields.map((field) => ({ ...field, value: hide(field.value) })),
    sections: doc.sections.map((section) => ({ ...section, body: hide(section.body), shown: hide(section.shown) })),
  };
}
