import type { ReviewWithSources } from '../../review/review-with-sources.js';
import type { CompiledCatalog } from '../../review/find-compiled-catalogs.js';
import type { PlacesOfOldWords } from '../../review/find-places-of-old-words.js';
import type { Reworded } from '../../review/list-reworded.js';
import { describeChange, describeCompiled } from '../describe-change.js';
import { describeLeftLanguages, describePlacesOfOldWords, type LeftLanguagesFacts } from '../describe-follow-ups.js';
import type { Reviewers } from '../metadata/choose-reviewers.js';
import { comingPicture, type PictureLine } from '../picture-lines.js';
import type { TextChange } from '../read-text-changes.js';
import { thingOn, type RepositoryHost } from '../repository-host.js';
import type { BodyPart } from './compose-body.js';
import { renderAllowances } from './render-allowances.js';
import { renderBeyondScope } from './render-beyond-scope.js';
import { renderDisclosure } from './render-disclosure.js';
import { renderPairing } from './render-pairing.js';
import { findPlanCommit, renderPlanLink } from './render-plan-link.js';
import { renderHypothesis, renderSection, renderSummary } from './render-plan-section.js';
import { renderRollback } from './render-rollback.js';
import { renderSignOffs } from './render-sign-offs.js';
import { renderTrail } from './render-trail.js';
import { renderVerdicts } from './render-verdicts.js';

/** A reviewed change with all that its description speaks of. */
export interface DescribedChange extends ReviewWithSources {
  /** The texts that the change touches. */
  readonly textChanges: readonly TextChange[];
  /** The words that it says otherwise in pages and code. */
  readonly reworded?: readonly Reworded[];
  /** Compiled catalogs that the change leaves as they were, though it changes what they are built from. */
  readonly compiled?: readonly CompiledCatalog[];
  /** Tests that read words which the change replaces, and what a machine made of them. */
  readonly tests?: readonly PlacesOfOldWords[];
  /** The languages that it leaves as they were. */
  readonly left?: LeftLanguagesFacts;
  /** Open it as a draft in any case. */
  readonly asDraft: boolean;
  /** The pictures that are to stand beside what changed. */
  readonly pictures?: readonly PictureLine[] | undefined;
}

/** What changed first, since that is what a reviewer came for; what has nothing to say is left out. */
export function draftParts(
  {
    change,
    flags,
    plan,
    textChanges,
    reworded = [],
    provenance,
    review,
    asking,
    judgements,
    asDraft,
    pictures = [],
    compiled = [],
    tests = [],
    left,
  }: DescribedChange,
  reviewers: Reviewers,
  host: RepositoryHost | undefined,
): readonly BodyPart[] {
  const commit = plan.plan && findPlanCommit(plan.plan.path, change);
  const touched = flags.differences.map(({ key }) => key);
  const rules = renderAllowances(judgements);
  const changed = [
    describeChange(change, flags, textChanges, reworded),
    ...describeCompiled(compiled),
    ...(left === undefined ? [] : describeLeftLanguages(left)),
    ...describePlacesOfOldWords(tests),
    ...pictures.map(comingPicture),
  ];
  const thing = thingOn(host);
  const verdicts = renderVerdicts(review, asking, thing);
  const trail = renderTrail(plan, change, [...new Set([...(plan.plan?.doc.flags ?? []), ...touched])], host);
  const linked = renderPlanLink(plan, commit, host);
  const parts: readonly (readonly [BodyPart['id'], string, string | undefined])[] = [
    ['summary', 'What', renderSummary(plan, textChanges, change)],
    ['why', 'Why', renderHypothesis(plan)],
    ['changes', 'What changed', changed.join('\n\n')],
    ['rollback', 'Flag and rollback', renderRollback(plan, flags, review, thing, compiled.length > 0)],
    [
      'plan',
      'Plan',
      [linked, trail, renderBeyondScope(plan, change)].filter((each) => each !== undefined).join('\n\n'),
    ],
    ['tests', 'How to test', renderSection(plan, 'test-plan')],
    ['pairing', 'With an engineer', renderPairing(judgements, reviewers, asDraft && review.verdict !== 'ready', thing)],
    ['signoff', 'Sign-off', renderSignOffs(reviewers)],
    // After those whose approval is asked for.
    ['disclosure', 'AI disclosure', renderDisclosure(provenance, review)],
    ['review', 'PM PR Review', rules === undefined ? verdicts : `${verdicts}\n\n${rules}`],
  ];
  return parts.flatMap(([id, heading, text]) => (text === undefined ? [] : [{ id, heading, text }]));
}
