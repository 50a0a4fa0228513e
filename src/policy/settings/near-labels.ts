import { looksLikeValue, type SettingLabel } from './setting-labels.js';

const days = /^[^\d]{0,16}(?:\d{4}-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}\.? \p{L}{3,})/u;
const amount = /^\D{0,16}\d[\d,.]{0,8} ?(?:changed )?(?:files?|lines?)(?![\p{L}])/u;

/**
 * Other names for settings whose default is less strict than what they say, each with the form of its value: left alone, a team of engineers would
 * count as not named, a size as not limited, a day as not set.
 */
const near: readonly (readonly [SettingLabel, label: RegExp, value?: RegExp])[] = [
  [
    'engineers',
    /^(?:(?:the|our|all) )?(?:engineer|engineering|eng|developers?|devs?)(?: (?:teams?|groups?|people))?$/u,
  ],
  [
    'compliance sign-off',
    /^(?:compliance|legal and compliance)(?: (?:teams?|owners?|officers?|reviewers?|reviews?|approvers?|approvals?|contacts?))?$/u,
  ],
  [
    'size limit',
    /^(?:(?:max(?:imum)?|change|pr|pull[- ]request|diff|allowed)\.? ){0,2}(?:sizes?|limits?|changes?|diff)$/u,
    amount,
  ],
  [
    'pilot',
    /^(?:(?:valid|active|open|zone|runs?|pilot) )?(?:until|till|from|through|ends?(?: on)?|end(?: date)?|expir\p{L}+|deadline|time ?frame|dates?|period)$/u,
    days,
  ],
];

/** The setting that a label is another name for, where the value has its form. */
export function findNearLabel(label: string, value: string): SettingLabel | undefined {
  return near.find(
    ([setting, form, shape]) => form.test(label) && (shape?.test(value.trimStart()) ?? looksLikeValue(setting, value)),
  )?.[0];
}
