import type { Policy, PolicyTip } from '../policy/policy.js';
import { findTipErrors } from '../policy/policy-errors.js';
import { readChecklist } from '../policy/read-checklist.js';

/** Whether nothing that is read from two policies differs, wherever in their files it stands. */
export function readsAlike(one: Policy, other: Policy): boolean {
  return readingOf(one) === readingOf(other);
}

function readingOf({ tips }: Policy): string {
  return JSON.stringify(tips.map(readingOfTip), (key, value: unknown) =>
    key === 'line' || key === 'settingsAt' ? undefined : value,
  );
}

function readingOfTip(tip: PolicyTip): object {
  const { zone, codeowners, skill } = tip;
  return {
    zone,
    owners: codeowners && {
      file: codeowners.file,
      dialect: codeowners.dialect,
      sections: codeowners.sections,
      rules: codeowners.rules.map(({ pattern, owners, section, exclude }) => [pattern, owners, section, exclude]),
      problems: codeowners.problems,
    },
    items: readChecklist(skill).items,
    errors: findTipErrors(tip),
  };
}
