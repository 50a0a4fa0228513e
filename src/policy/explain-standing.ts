import { joinWords } from '../text/join-words.js';
import { describeReason } from './describe-reason.js';
import { toExcerpt } from './grammar/tokenize.js';
import type { Asking, Condition, Judgement, Policy, Reason } from './policy.js';

/** A standing explained in plain words, part by part. */
export interface Explanation {
  /** The standing and why, as one sentence. */
  readonly sentence: string;
  /** The rules that took part and stand in a file, the deciding one first. */
  readonly rules: readonly Reason[];
  /** What must hold for the change itself; `undefined` if nothing must. */
  readonly condition: string | undefined;
  /** What the engineering DRI is asked about on every change, since the policy says it in words; `undefined` where that is nothing, or they work on it anyway. */
  readonly asked: string | undefined;
  /** Whom to ask, or that the PM may go ahead. */
  readonly nextStep: string;
  /** Which revision of the policy counted. */
  readonly judgedBy: string;
}

/** Explains the standing of a path from the root. */
export function explainStanding(
  path: string,
  judgement: Judgement,
  { policy, asking }: { readonly policy: Policy; readonly asking: Asking },
): Explanation {
  const tip = policy.tips[0];
  return {
    sentence: `${path} is ${standingWords(judgement)}: ${describeReason(judgement)}.`,
    rules: rulesOf(judgement, policy),
    condition:
      judgement.conditions.length === 0
        ? undefined
        : `It holds as long as ${[...new Set(judgement.conditions.map(describeCondition))].join(', and ')}.`,
    asked: judgement.standing === 'editable' ? askedInWords(policy) : undefined,
    nextStep: nextStep(judgement, asking),
    judgedBy: `Judged by the policy of ${tip.ref}${tip.commit === undefined ? '' : ` at ${tip.commit.slice(0, 10)}`}${policy.preview ? previewWords(tip.commit) : ''}.`,
  };
}

/** Where none decided, since none names the path, the sentences that say what holds for the rest. */
function rulesOf({ because, row }: Judgement, { tips }: Policy): readonly Reason[] {
  const rules = because.filter((reason) => reason.line > 0);
  return rules.length > 0 || row !== 8 ? rules : tips.flatMap(({ zone }) => zone?.saysOfRest ?? []);
}

/** The working copy stands in where the base has no policy; a commit's that is not the base's is somebody's proposal. */
function previewWords(commit: string | undefined): string {
  return commit === undefined
    ? ' (a preview: the branch that everybody works from has no PM zone yet)'
    : ' (a preview: it counts for nothing before it is on the branch that everybody works from)';
}

/**
 * The explanation as lines of text: the sentence, each rule that took part with its line, whom to ask and what to do next, and the
 * revision that counted.
 */
export function renderExplanation(
  path: string,
  judgement: Judgement,
  session: { readonly policy: Policy; readonly asking: Asking },
): string[] {
  const { sentence, rules, condition, asked, nextStep: next, judgedBy } = explainStanding(path, judgement, session);
  return [
    sentence,
    ...rules.map((rule) => `  ${ruleLine(rule)}`),
    ...[condition, asked].flatMap((each) => (each === undefined ? [] : [`  ${each}`])),
    next,
    judgedBy,
  ];
}

/** Sentences that are quoted; there may be many. */
const mostSentences = 3;

/** The sentences of the zone that no rule expresses hold for each change of whatever is open. */
function askedInWords({ tips }: Policy): string | undefined {
  const sentences = [
    ...new Set(tips.flatMap(({ zone }) => zone?.prose ?? []).map(({ text }) => text.replaceAll('`', ''))),
  ];
  if (sentences.length === 0) return undefined;
  const quoted = sentences.slice(0, mostSentences).map((text) => `“${toExcerpt(text.replace(/\.$/, ''))}”`);
  const more = sentences.length - quoted.length;
  const all = joinWords([...quoted, ...(more > 0 ? [`${more} more ${more === 1 ? 'sentence' : 'sentences'}`] : [])]);
  return `On every change your engineering DRI is asked whether it heeds what the policy says in words: ${all}.`;
}

function standingWords({ standing }: Judgement): string {
  switch (standing) {
    case 'editable':
      return 'yours to edit';
    case 'pair':
      return 'yours to edit only together with an engineer (pair)';
    case 'locked':
      return 'locked for PMs';
  }
}

function ruleLine({ file, line, text }: Reason): string {
  return `${file}:${line}  ${text.replace(/\s+/g, ' ')}`;
}

/** A condition in words a PM reads. */
export function describeCondition({ kind, text }: Condition): string {
  switch (kind) {
    case 'owned-flags':
      return 'only flags on your row of the list of PMs are changed';
    case 'additions-only':
      return 'things are only added, nothing is changed or removed';
    case 'non-breaking':
      return 'nothing that others use breaks';
    case 'feature-folder':
      return 'it lies in one of your feature folders';
    case 'design-system':
      return 'only parts of the design system are used';
    case 'no-protected-data':
      return 'no protected data is involved';
    case 'free-text':
      return `“${text.replaceAll('`', '')}”, which your engineering DRI confirms`;
  }
}

function nextStep({ standing, owners }: Judgement, { rows }: Asking): string {
  const dris = [...new Set(rows.flatMap((row) => row.engineeringDris))];
  const people = (names: readonly string[]): string => (names.length === 0 ? 'an engineer' : names.join(', '));
  switch (standing) {
    case 'editable':
      return owners.length === 0 ? 'Go ahead.' : `Go ahead; ${owners.join(', ')} will be asked to approve it.`;
    case 'pair':
      return `To change it, work on it together with ${people(dris)}, who is named as co-author of the commit.`;
    case 'locked':
      return `To have it changed, ask ${people(owners.length === 0 ? dris : owners)}.`;
  }
}
