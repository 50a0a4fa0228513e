import type { SectionProblem } from '../policy.js';
import type { SettingLine } from './parse-setting-line.js';
import { toPlainWords } from './to-plain-words.js';
import { anyLabel, looksLikeValue, labelOfGroups, settingExamples, type SettingLabel } from './setting-labels.js';
import { firstTokenLine, toPlainText, toSourceText, type TextToken } from '../grammar/tokenize.js';

/**
 * The problem of a bold label that is none of the known ones: an error where it is nearly one ("Audit lgo"), or holds one before what looks like its
 * value ("Paths of the audit log"). Words that lead a list or carry no value are none.
 */
export function describeUnknown(found: SettingLine, line: readonly TextToken[]): readonly SectionProblem[] {
  const { label, value } = found;
  if (toPlainText(value) === '' || label.length >= 40 || leads.test(label)) return [];
  const meant = findMeant(toPlainWords(label), toPlainWords(toSourceText(value)));
  const at = firstTokenLine(line);
  if (meant === undefined)
    return [
      {
        severity: 'info',
        line: at,
        message: `“${label}” is no setting that is known, so it changes nothing.${elsewhere(label)}`,
      },
    ];
  const message = `“${label}” is no setting that is known. If it is meant for “${meant}”, ask an engineer to write it like ${settingExamples[meant]}.`;
  const mend = { from: label, to: `${meant.charAt(0).toUpperCase()}${meant.slice(1)}` };
  return [{ severity: 'error', line: at, message, mend }];
}

/** Where that stands which no setting says. */
function elsewhere(label: string): string {
  return /^(?:engineering|product)? ?dris?$|^reviewers?$|^pms?$|^feature folders?$/u.test(toPlainWords(label))
    ? ' It is a column of the list of PMs, a table in the PM zone.'
    : '';
}

/** Words over a list or before paths, rather than a label. */
const leads =
  /(?<![\p{L}\p{N}])(?:pms?|product managers?|can|cannot|may|touch|edit|change|editable|locked|open|closed|forbidden|pairs?|pairing)(?![\p{L}\p{N}])/u;

function findMeant(label: string, value: string): SettingLabel | undefined {
  const names = Object.keys(settingExamples) as SettingLabel[];
  const held = new RegExp(`(?<![\\p{L}\\p{N}])(?:${anyLabel})(?![\\p{L}\\p{N}])`, 'u').exec(label);
  const within = held === null ? undefined : labelOfGroups(held.slice(1));
  if (within !== undefined && looksLikeValue(within, value)) return within;
  return names.find((name) => name.length >= 8 && name !== 'engineers' && isTypo(label, name));
}

/** Whether one letter is wrong, missing or too many, or two are swapped. */
function isTypo(written: string, name: string): boolean {
  let from = 0;
  while (from < name.length && written[from] === name[from]) from += 1;
  let to = 0;
  while (to < name.length - from && to < written.length - from && written.at(-1 - to) === name.at(-1 - to)) to += 1;
  const [wrong, right] = [written.slice(from, written.length - to), name.slice(from, name.length - to)];
  return (wrong.length <= 1 && right.length <= 1) || (wrong.length === 2 && wrong === right.slice(1) + right.charAt(0));
}
