import { normalizeHandle } from '../asking.js';
import type { PolicyProblem, Zone } from '../policy.js';

/**
 * People whom the lists make sign twice for one change: for compliance and as a DRI or reviewer of a PM, or who are a product DRI and count as the
 * engineer beside that PM. It may be meant, where there are few people.
 */
export function findDoubledRoles({ settings, settingsAt = [], roster = [] }: Zone): readonly PolicyProblem[] {
  const rows = roster.filter(({ revoked }) => revoked !== true);
  const { compliance = [], engineers = [] } = settings;
  const sayOf = (
    setting: string,
    names: readonly string[],
    others: (row: (typeof rows)[number]) => readonly string[],
    describe: (name: string, pm: string) => string,
  ): readonly PolicyProblem[] => {
    const place = settingsAt.findLast((each) => each.setting === setting);
    if (place === undefined) return [];
    return names.flatMap((name): readonly PolicyProblem[] => {
      const row = rows.find((each) => others(each).some((other) => normalizeHandle(other) === normalizeHandle(name)));
      if (row === undefined) return [];
      return [{ severity: 'info', file: place.file, line: place.line, message: describe(name, row.pm) }];
    });
  };
  return [
    ...sayOf(
      'compliance sign-off',
      compliance,
      ({ engineeringDris, productDris, reviewers }) => [...engineeringDris, ...productDris, ...reviewers],
      (name, pm) =>
        `${name} signs for compliance by this line and answers for the work of ${pm} too, so one approval stands for both. Ask an engineer to name somebody here who does not, where there is one.`,
    ),
    ...sayOf(
      'engineers',
      engineers,
      ({ productDris }) => productDris,
      (name, pm) =>
        `${name} counts as an engineer by this line and is the product DRI of ${pm}. Ask an engineer to leave only those here who may work on code with a PM.`,
    ),
  ];
}
