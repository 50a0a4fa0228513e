import type { Condition } from '../../policy/policy.js';
import type { ReviewContext } from '../check.js';
import { matchFlagFiles } from '../../flags/match-flag-files.js';

export interface UndecidedCondition {
  readonly id: string;
  readonly text: string;
}

/**
 * Conditions of the zone that no check decides for the files they are demanded of, and forbids that stand as prose: each is an
 * item that the engineering DRI confirms on the pull request, never the author (design §3, "Who attests").
 */
export function findUndecidedConditions(context: ReviewContext): UndecidedCondition[] {
  const items = new Map<string, UndecidedCondition>();
  const { matches: isFlagFile } = matchFlagFiles(context.policy);
  for (const [path, judgement] of context.judgements) {
    for (const condition of judgement.standing === 'editable' ? judgement.conditions : []) {
      if (isDecided(condition, path, isFlagFile)) continue;
      const text = `“${condition.text}” holds for ${path}`;
      items.set(`${condition.text}\0${path}`, { id: `condition-line-${condition.line}-${items.size + 1}`, text });
    }
  }
  for (const tip of context.policy.tips) {
    for (const prose of tip.zone?.prose ?? []) {
      items.set(prose.text, { id: `rule-line-${prose.line}`, text: `The change heeds “${prose.text}”` });
    }
  }
  return [...items.values()];
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
