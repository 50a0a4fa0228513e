import type { Check, Moment, ReviewContext } from '../check.js';
import type { Condition } from '../../policy/policy.js';
import type { Checklist } from '../../policy/read-checklist.js';
import { matchFlagFiles } from '../../flags/match-flag-files.js';
import { classifyFile, type FileKind } from '../../change/classify-file.js';
import { isRegulated } from '../../policy/is-regulated.js';
import { isSecurity } from './security-section.js';

/** One item to decide: by `check`, or by the attestation of `by`, or not at all where it does not concern the change. */
export interface PlannedItem {
  readonly id: string;
  readonly section: string;
  readonly text: string;
  readonly check: Check | undefined;
  /** The id in the skill file, also where this version has no such check. */
  readonly checkId: string | undefined;
  readonly by: 'author' | 'engineering DRI';
  readonly due: Moment;
  readonly applies: boolean;
}

/** Items of the contract that a person decides until a check does: what they concern, and whose attestation counts. */
const byHand: Readonly<Record<string, { readonly kinds?: readonly FileKind[]; readonly by?: 'engineering DRI' }>> = {
  'sign-off': { by: 'engineering DRI' },
  'copy-locales': { kinds: ['copy'] },
  'events-protected-data': { kinds: ['events'], by: 'engineering DRI' },
  'telemetry-planned': { kinds: ['events'] },
  'protected-data': { by: 'engineering DRI' },
};

/** Security, sign-off and AI disclosure that no skill file takes away though no check of this version decides them. */
const keptByHand: readonly (readonly [string, string, string, 'always' | 'regulated'])[] = [
  ['protected-data', 'Security and privacy', 'No protected data is touched', 'always'],
  ['sign-off', 'Planning', 'Engineering DRI and product DRI sign off on the pull request', 'regulated'],
  ['events-protected-data', 'Telemetry', 'No event carries protected data', 'regulated'],
  ['ai-disclosed', 'AI disclosure', 'What AI wrote is labelled', 'regulated'],
  ['ai-understood', 'AI disclosure', 'The author understands what AI wrote', 'regulated'],
];

/**
 * Everything the review has to decide, in the checklist's order: its items, then the controls that no list takes away
 * (design §6), among them what decides a condition of a changed path, then the conditions of the zone that no check decides for
 * these files (design §3, "Who attests").
 */
export function planItems(context: ReviewContext, checklist: Checklist, checks: readonly Check[]): PlannedItem[] {
  const known = new Map(checks.map((check) => [check.id, check]));
  const { matches: isFlagFile } = matchFlagFiles(context.policy);
  const kinds = new Set<FileKind>();
  for (const { path } of context.change.files) kinds.add(isFlagFile(path) ? 'flags' : classifyFile(path));
  const regulated = isRegulated(context.policy);
  const planOnly = context.change.files.every((file) => classifyFile(file.path) === 'planning');
  const items = checklist.items.map((item) => planItem(item.section, item.text, item.check, known, kinds, planOnly));
  const listed = new Set(items.map((item) => item.checkId));
  const demanded = new Set(
    [...context.judgements.values()].flatMap(({ conditions }) => conditions.map(({ kind }) => kind)),
  );
  for (const check of checks) {
    const kept =
      check.kept === 'always' ||
      isSecurity(check) ||
      (check.kept === 'regulated' && regulated) ||
      (check.enforces !== undefined && demanded.has(check.enforces));
    if (kept && !listed.has(check.id))
      items.push(planItem(check.section, `${check.id} (always checked)`, check.id, known, kinds, planOnly));
  }
  for (const [id, section, text, when] of keptByHand) {
    if (!listed.has(id) && !known.has(id) && (when === 'always' || regulated))
      items.push(planItem(section, text, id, known, kinds, planOnly));
  }
  return [...items, ...planConditions(context, isFlagFile)];
}

function planItem(
  section: string,
  text: string,
  checkId: string | undefined,
  known: ReadonlyMap<string, Check>,
  kinds: ReadonlySet<FileKind>,
  planOnly: boolean,
): PlannedItem {
  const check = checkId === undefined ? undefined : known.get(checkId);
  const hand = checkId !== undefined && Object.hasOwn(byHand, checkId) ? byHand[checkId] : undefined;
  const by = hand?.by ?? 'author';
  return {
    id: checkId ?? shortForm(text),
    section,
    text,
    check,
    checkId,
    by,
    due: check?.due ?? (by === 'author' ? 'push' : 'pull-request'),
    applies: check !== undefined || (!planOnly && (hand?.kinds?.some((kind) => kinds.has(kind)) ?? true)),
  };
}

/** A name for an item that has no check: its first words, joined by hyphens, so that it can be typed. */
function shortForm(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['item'];
  return words.slice(0, 6).join('-');
}

/**
 * Conditions of the zone that no check decides for the files they are demanded of, each an item, and all that restricts in words
 * alone, together one item: the engineering DRI confirms them on the pull request, never the author (design §3, "Who attests").
 */
function planConditions({ policy, judgements }: ReviewContext, isFlagFile: (path: string) => boolean): PlannedItem[] {
  const items = new Map<string, Pick<PlannedItem, 'id' | 'text'>>();
  for (const [path, judgement] of judgements) {
    for (const condition of judgement.standing === 'editable' ? judgement.conditions : []) {
      if (isDecided(condition, path, isFlagFile)) continue;
      const text = `“${withoutCodeMarks(condition.text)}” holds for ${path}`;
      items.set(`${condition.text}\0${path}`, { id: `condition-line-${condition.line}-${items.size + 1}`, text });
    }
  }
  const words = [
    ...new Set(policy.tips.flatMap((tip) => tip.zone?.prose ?? []).map(({ text }) => `“${withoutCodeMarks(text)}”`)),
  ];
  if (words.length > 0)
    items.set('words', {
      id: 'policy-words',
      text: `The change heeds what the PM zone says in words: ${words.join('; ')}`,
    });
  const rest = { section: 'Scope', check: undefined, checkId: undefined, due: 'pull-request', applies: true } as const;
  return [...items.values()].map((item) => ({ ...item, ...rest, by: 'engineering DRI' }));
}

/** The policy is Markdown, and an item is shown as plain text. */
function withoutCodeMarks(text: string): string {
  return text.replaceAll('`', '');
}

/** The checks of this version decide these: `flag-owned`, `events-additions-only`, `copy-catalog`, and the zone itself. */
function isDecided(condition: Condition, path: string, isFlagFile: (path: string) => boolean): boolean {
  switch (condition.kind) {
    case 'feature-folder':
    case 'additions-only':
      return true;
    case 'owned-flags':
      return isFlagFile(path);
    case 'non-breaking':
    case 'design-system':
    case 'no-protected-data':
    case 'free-text':
      return false;
  }
}
