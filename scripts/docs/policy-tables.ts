import { parseConditions } from '../../src/policy/grammar/parse-conditions.js';
import { describeCondition } from '../../src/policy/explain-standing.js';
import type { ConditionKind, ZoneSettings } from '../../src/policy/policy.js';
import { defaultSettings } from '../../src/policy/settings/default-settings.js';
import { code, markdownTable } from './markdown-table.js';

interface SettingWords {
  readonly label: string;
  readonly example: string;
  readonly means: string;
  readonly initial: (settings: ZoneSettings) => string;
}

const listed = (entries: readonly string[]): string =>
  entries.length === 0 ? 'none' : entries.map((entry) => code(entry)).join(', ');

/** Each setting of the PM zone; one that the policy gains does not compile without its words here. */
export const policySettings: Readonly<Record<keyof ZoneSettings, SettingWords>> = {
  controls: {
    label: 'Controls',
    example: 'regulated',
    means:
      '`standard` or `regulated`, which makes findings on the plan and the flags blockers; anything else counts as `regulated`',
    initial: ({ controls }) => code(controls),
  },
  sizeLimit: {
    label: 'Size limit',
    example: '10 files, 200 lines',
    means: 'how large a change may be, planning docs apart; the languages of a catalog are one file',
    initial: ({ sizeLimit: { files, lines } }) => code(`${files} files, ${lines} lines`),
  },
  designSystem: {
    label: 'Design system',
    example: '`src/design-system`',
    means: 'modules or folders of the design system, for the check of that name',
    initial: ({ designSystem }) => listed(designSystem),
  },
  flagFiles: {
    label: 'Flag files',
    example: '`config/features.yaml`',
    means:
      'globs of the files that hold feature flags; a file with a usual name for flags is one in any case, and so is data that is open “for flags they own”',
    initial: ({ flagFiles }) => listed(flagFiles),
  },
  protectedData: {
    label: 'Protected data',
    example: 'patient number',
    means: 'further terms for protected data; read, but used by no check yet',
    initial: ({ protectedData }) => listed(protectedData),
  },
  planningDocs: {
    label: 'Planning docs',
    example: '`docs/plans/*.md`',
    means: 'globs of the planning docs, which are open to a PM in their feature folders; Markdown files only',
    initial: ({ planningDocs }) => listed(planningDocs),
  },
  auditLog: {
    label: 'Audit log',
    example: '`src/audit/**`',
    means: 'globs that are locked for every PM',
    initial: ({ auditLog }) => listed(auditLog),
  },
  productionCritical: {
    label: 'Production-critical',
    example: '`src/checkout/**`',
    means: 'globs that are locked until the first week of the pilot is over; for good where the policy names no pilot',
    initial: ({ productionCritical = [] }) => listed(productionCritical),
  },
  baseBranch: {
    label: 'Base branch',
    example: 'develop',
    means: 'the branch that changes are judged against, where git has no setting of its own',
    initial: ({ baseBranch }) => baseBranch ?? 'the default branch',
  },
  engineers: {
    label: 'Engineers',
    example: '@acme/engineering, @erin',
    means:
      'teams and handles of people who are known not to be PMs; where it is set, the gate passes nobody whom neither it nor the roster names',
    initial: () => 'not set',
  },
  compliance: {
    label: 'Compliance sign-off',
    example: '@acme/compliance',
    means:
      'handles and teams who sign for compliance what opens more of the zone while the pilot runs, and the review before a [wave](#waves); where nobody is named, the engineering DRIs do',
    initial: () => 'not set',
  },
  pilot: {
    label: 'Pilot',
    example: 'from 2027-01-11 to 2027-02-05',
    means: 'first and last day (UTC): before it only planning docs are open, after it nothing',
    initial: () => 'always',
  },
  waves: {
    label: 'Wave 2',
    example: '`src/cart/**`, after a compliance review',
    means: 'globs that are opened together, a line for each wave; what it says of its beginning stands [below](#waves)',
    initial: () => 'all at once',
  },
  incidentContacts: {
    label: 'Incident contacts',
    example: '@acme/on-call, #incidents',
    means: 'who is told of an incident; shown by `pm-zone doctor` and in the compliance walkthrough',
    initial: () => 'not set',
  },
  confirmationSubject: {
    label: 'Confirmation subject',
    example: '`docs: confirm the review items`',
    means: 'the first line of the commit that carries what a PM confirmed, for teams with rules on commit messages',
    initial: () => code('chore: confirm the review items of this change'),
  },
  labels: {
    label: 'Labels',
    example: '`size:S` as `size/S`, `zone:copy` as `type::copy`',
    means:
      'what the repository calls labels that PM Zone sets on a pull request; those that it sets are the only ones that can have a name, and each has one',
    initial: () => 'their own names',
  },
};

/** The settings of the PM zone with their defaults. */
export function policySettingTable(): string {
  return markdownTable(
    ['label', 'example', 'what it says', 'default'],
    Object.values(policySettings).map(({ label, example, means, initial }) => [
      label,
      code(`**${label}:** ${label === 'Labels' ? example : example.replaceAll('`', '')}`),
      means,
      initial(defaultSettings),
    ]),
  );
}

/** Words that make each condition, and what decides it; a kind that the policy gains does not compile without them. */
const conditions: Readonly<Record<ConditionKind, { readonly example: string; readonly decidedBy: string }>> = {
  'owned-flags': { example: 'for flags they own', decidedBy: '`flag-owned`, in flag files; else the engineering DRI' },
  'additions-only': {
    example: 'additions only',
    decidedBy: '`events-additions-only`; `copy-catalog` in every catalog that is read',
  },
  'non-breaking': { example: 'non-breaking changes', decidedBy: 'the engineering DRI' },
  'feature-folder': { example: 'within their feature folder', decidedBy: '`zone`' },
  'design-system': { example: 'using the design system', decidedBy: 'the engineering DRI' },
  'no-protected-data': { example: 'no protected data', decidedBy: 'the engineering DRI' },
  'free-text': { example: 'after the copy review', decidedBy: 'the engineering DRI' },
};

/** The conditions that an item may demand, each tried on its own example. */
export function conditionTable(): string {
  return markdownTable(
    ['condition', 'for instance', 'what must be true', 'decided by'],
    (Object.keys(conditions) as ConditionKind[]).map((kind) => {
      const { example, decidedBy } = conditions[kind];
      const found = parseConditions(example, 1);
      const [only] = found;
      if (only?.kind !== kind || found.length > 1) throw new Error(`“${example}” is no example of ${kind} any more.`);
      return [code(kind), example, describeCondition(only), decidedBy];
    }),
  );
}
