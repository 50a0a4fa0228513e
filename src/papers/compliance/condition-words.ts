import type { Condition } from '../../policy/policy.js';

/** Conditions of a rule in words for who reads of the PM, each once. */
export function conditionWords(conditions: readonly Condition[]): readonly string[] {
  return [...new Set(conditions.map(wordsOf))];
}

function wordsOf({ kind, text }: Condition): string {
  switch (kind) {
    case 'owned-flags':
      return 'only flags that are listed for the PM are changed';
    case 'additions-only':
      return 'things are only added, nothing is changed or removed';
    case 'non-breaking':
      return 'nothing that others use breaks';
    case 'feature-folder':
      return 'it lies in one of the PM’s feature folders';
    case 'design-system':
      return 'only parts of the design system are used';
    case 'no-protected-data':
      return 'no protected data is involved';
    case 'free-text':
      return `“${text.replaceAll('`', '')}”, which the engineering DRI confirms`;
  }
}
