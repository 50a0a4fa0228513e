/** The labels of the settings (design §3), each with the ways it is written, in lower case. */
const spellings = {
  controls: 'controls?',
  'size limit': 'size[ -]?limits?',
  'design system': 'design[ -]?systems?',
  'flag files': '(?:feature[ -])?flags?[ -]?files?',
  'protected data': 'protected[ -]?data',
  'planning docs': 'planning[ -]?(?:docs?|documents?|files?)',
  'audit log': 'audit[ -]?(?:logs?|trails?)',
  'production-critical': 'production[ -]?critical',
  'base branch': 'base[ -]?branch(?:es)?',
  engineers: 'engineers',
  'compliance sign-off': 'compliance[ -]?sign[ -]?offs?',
  pilot: 'pilot',
  wave: 'waves?(?: ?\\d{1,2})?',
  'incident contacts': 'incident[ -]?contacts?',
  labels: 'labels',
  'confirmation subject': 'confirmation[ -]?subjects?',
} as const;

export type SettingLabel = keyof typeof spellings;

const labels = Object.entries(spellings) as [SettingLabel, string][];

/** Finds any label; what each of its groups stands for is told by `labelOfGroups`. */
export const anyLabel = labels.map(([, spelling]) => `(${spelling})`).join('|');

/** The label whose group of `anyLabel` took part in a match. */
export function labelOfGroups(groups: readonly (string | undefined)[]): SettingLabel {
  const place = groups.findIndex((group) => group !== undefined);
  return (labels[place] as [SettingLabel, string])[0];
}

const wholes = labels.map(([label, spelling]) => [label, new RegExp(`^(?:${spelling})$`, 'u')] as const);

/** The setting that plain words name, and nothing but. */
export function findSettingLabel(words: string): SettingLabel | undefined {
  return wholes.find(([, whole]) => whole.test(words))?.[0];
}

/** What the label is also a plain word for: on a list of rules it says what kind of files an item is about. */
export function isKindOfFiles(label: SettingLabel): boolean {
  return [
    'design system',
    'flag files',
    'protected data',
    'planning docs',
    'audit log',
    'production-critical',
    'wave',
    'labels',
  ].includes(label);
}

/** How a setting is written, for messages. */
export const settingExamples: Readonly<Record<SettingLabel, string>> = {
  controls: '**Controls:** regulated',
  'size limit': '**Size limit:** 10 files, 200 lines',
  'design system': '**Design system:** `src/design-system`',
  'flag files': '**Flag files:** `config/features.yaml`',
  'protected data': '**Protected data:** patient number',
  'planning docs': '**Planning docs:** `docs/plans/*.md`',
  'audit log': '**Audit log:** `src/audit/**`',
  'production-critical': '**Production-critical:** `src/checkout/**`',
  'base branch': '**Base branch:** main',
  engineers: '**Engineers:** @org/engineering',
  'compliance sign-off': '**Compliance sign-off:** @org/compliance',
  pilot: '**Pilot:** from 2027-01-11 to 2027-02-05',
  wave: '**Wave 2:** `src/cart/**`, after a compliance review',
  'incident contacts': '**Incident contacts:** @org/on-call',
  labels: '**Labels:** `size:S` as `size/S`, `zone:copy` as `type::copy`',
  'confirmation subject': '**Confirmation subject:** `docs: confirm the review items`',
};

const shapes: Readonly<Record<SettingLabel, RegExp>> = {
  controls: /^\W{0,4}(?:regulated|standard)\b/u,
  'size limit': /^\D{0,16}\d[\d,.]{0,8} ?(?:changed )?(?:files?|lines?)\b/u,
  'design system': /^(?:`|[^\s`]{0,200}\/)/u,
  'flag files': /^(?:`|[^\s`]{0,200}[/*])/u,
  'protected data': /^`/u,
  'planning docs': /^(?:`|[^\s`]{0,200}[/*])/u,
  'audit log': /^(?:`|[^\s`]{0,200}[/*])/u,
  'production-critical': /^(?:`|[^\s`]{0,200}[/*])/u,
  'base branch': /^[`"']?[\w./-]{1,200}[`"'.!;,\s]{0,8}(?:$|\|)/u,
  engineers: /^@/u,
  'compliance sign-off': /^@/u,
  pilot: /^[^\d]{0,16}\d{4}-\d\d/u,
  wave: /^`/u,
  'incident contacts': /^@/u,
  labels: /^`/u,
  'confirmation subject': /^`/u,
};

/** Whether plain words look like a value of the setting, so that they are no sentence about something of that name. */
export function looksLikeValue(label: SettingLabel, value: string): boolean {
  return shapes[label].test(value.trimStart());
}
