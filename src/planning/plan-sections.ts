import type { PlanLevel, PlanningDoc, PlanSection } from './planning-doc.js';

export type PlanSectionId =
  | 'tldr'
  | 'problem'
  | 'hypothesis'
  | 'users'
  | 'metrics'
  | 'kill-condition'
  | 'scope'
  | 'behavior-contract'
  | 'test-plan'
  | 'telemetry'
  | 'rollout'
  | 'sign-off';

/** A section of the planning doc (design §5): how it is headed, how people head it, and what belongs there. */
export interface PlanSectionKind {
  readonly id: PlanSectionId;
  readonly heading: string;
  /** Tried on a heading's text; anchored, so that "Out of scope" is not the scope. */
  readonly pattern: RegExp;
  /** One sentence for whoever has to write it. */
  readonly hint: string;
}

/** Every section, in the order of the doc. */
export const planSections: readonly PlanSectionKind[] = [
  {
    id: 'tldr',
    heading: 'TL;DR',
    pattern: /^(?:tl;?\s?dr|summary|overview|in short)\b/i,
    hint: 'Say in two sentences what changes for whom, and why now.',
  },
  {
    id: 'problem',
    heading: 'Problem',
    pattern: /^(?:the )?problem\b/i,
    hint: 'Say who has the problem today, how often, and how you know (a number, a ticket, a quote).',
  },
  {
    id: 'hypothesis',
    heading: 'Hypothesis',
    pattern: /^(?:the |our )?hypothes[ie]s\b/i,
    hint: 'Write one sentence: If we …, then … by …, because ….',
  },
  {
    id: 'users',
    heading: 'Users and use cases',
    pattern: /^(?:target )?(?:users?\b|use cases?\b|audience\b|who\b)/i,
    hint: 'Name who will see this, and the one or two situations in which they will.',
  },
  {
    id: 'metrics',
    heading: 'Success metrics',
    pattern: /^(?:success )?(?:metrics?|measures?)\b|^success\b/i,
    hint: 'Name the primary metric with its target and a guardrail with its range.',
  },
  {
    id: 'kill-condition',
    heading: 'Kill condition',
    pattern: /^kill (?:condition|criteri)/i,
    hint: 'Name the number at which you turn it off, for example: "Turn it off if support tickets rise by more than 10 %."',
  },
  {
    id: 'scope',
    heading: 'Scope',
    pattern: /^scope\b/i,
    hint: 'List what is in and what is deliberately out.',
  },
  {
    id: 'behavior-contract',
    heading: 'Agent behavior contract',
    pattern: /^(?:ai |the )?(?:agent )?behaviou?r(?:al)? contract\b|^agent (?:contract|behaviou?r)\b/i,
    hint: 'Say what the AI always does, what it never does, and how you will evaluate it.',
  },
  {
    id: 'test-plan',
    heading: 'Test plan',
    pattern: /^(?:test(?:ing| plan)?|qa|how (?:we|to) test)\b/i,
    hint: 'List the steps that someone else can follow to see that it works, with the flag on and with it off.',
  },
  {
    id: 'telemetry',
    heading: 'Telemetry',
    pattern: /^(?:telemetry|analytics|events|instrumentation)\b/i,
    hint: 'Name the events that the metrics are counted from, new ones and those that exist.',
  },
  {
    id: 'rollout',
    heading: 'Rollout and rollback',
    pattern: /^(?:roll-?\s?out|roll-?\s?back|launch)\b/i,
    hint: 'Say who gets it first, the steps to everyone, and how it is turned off (the flag).',
  },
  {
    id: 'sign-off',
    heading: 'Sign-off',
    pattern: /^(?:sign-?\s?offs?|approvals?)\b/i,
    hint: 'Name who signs off: the engineering DRI (the engineer who answers for this) and the product DRI (the product person who does).',
  },
];

const short: readonly PlanSectionId[] = ['tldr', 'hypothesis', 'kill-condition', 'scope', 'rollout', 'sign-off'];

/** Words have no steps to everyone, and may have no flag. */
const shortRollout = { heading: 'Rollback', hint: 'Say how it is turned off or taken back, and by whom.' };

/**
 * The sections that a level asks for (design §5: a full plan for one word is what people complain about). In the longer ones
 * the kill condition is among the metrics. Without a level everything but the behavior contract is asked for.
 */
export function sectionsForLevel(level: PlanLevel | undefined): readonly PlanSectionKind[] {
  switch (level) {
    case 'copy':
    case 'config':
      return planSections
        .filter(({ id }) => short.includes(id))
        .map((kind) => (kind.id === 'rollout' ? { ...kind, ...shortRollout } : kind));
    case 'prompt':
      return planSections.filter(({ id }) => id !== 'kill-condition');
    case 'front-end':
    case 'feature':
    case undefined:
      return planSections.filter(({ id }) => id !== 'kill-condition' && id !== 'behavior-contract');
  }
}

/** The section of that kind, or `undefined`. The first of several counts. */
export function findSection(doc: PlanningDoc, id: PlanSectionId): PlanSection | undefined {
  const kind = planSections.find((section) => section.id === id);
  return doc.sections.find(({ heading }) => kind?.pattern.test(heading.replace(/^[\d.\s]{1,10}/, '')) === true);
}
