import type { SectionProblem } from '../policy.js';
import { asksForEngineer, forbids } from '../grammar/refusals/forbidding-words.js';
import { findNamedPaths } from '../list-items/close-paths.js';
import type { SettingLine } from './parse-setting-line.js';
import { isTypo } from './is-typo.js';
import { findNearLabel } from './near-labels.js';
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
  const words = toPlainWords(toSourceText(value));
  const meant = findMeant(toPlainWords(label), words);
  const at = firstTokenLine(line);
  if (meant === undefined && isOff(toPlainWords(label), words))
    return [
      {
        severity: 'error',
        line: at,
        message: `“${label}: ${toPlainText(value).slice(0, 40)}” says that the PM zone does not hold, and no line says so but **Pilot:** with its days. Ask an engineer to take this line out, or the PM zone.`,
      },
    ];
  // What forbids, or asks for an engineer, closes what it names.
  if (meant === undefined && (forbids(label) || asksForEngineer(label))) return [];
  // "**Texts:** `i18n/*.yml`" is an item under its label.
  const isItem = findNamedPaths(value).length > 0 && !namesFolders(label, words);
  if (meant === undefined && isItem) return [];
  // "**voice-over** is spoken in Turin": words that are only set off, as no setting is.
  if (meant === undefined && elsewhere(label) === '' && /^[^\p{L}]*\p{Ll}/u.test(toSourceText(line))) return [];
  if (meant === undefined)
    return [
      {
        // Without a list that holds the folders every PM has the whole zone.
        severity: namesFolders(label, words) ? 'error' : 'info',
        line: at,
        message: `“${label}” is no setting that is known, so it changes nothing.${elsewhere(label)}`,
      },
    ];
  const message = `“${label}” is no setting that is known. If it is meant for “${meant}”, ask an engineer to write it like ${settingExamples[meant]}.`;
  const mend = { from: label, to: `${meant.charAt(0).toUpperCase()}${meant.slice(1)}` };
  return [{ severity: 'error', line: at, message, mend }];
}

/** Whether a line says of the whole zone that it is a draft, or suspended. */
function isOff(label: string, value: string): boolean {
  return /^(?:(?:zone|policy|section|document|pm zone) )?(?:status|state|stage)$/u.test(label) && off.test(value);
}

const off =
  /^[^\p{L}]{0,4}(?:(?:currently|now|still|temporarily|an?|the|in) ){0,2}(?:drafts?|wip|work in progress|proposals?|proposed|suspended|on hold|paused|inactive|disabled|off|not (?:yet )?(?:active|in force|live|approved)|obsolete|deprecated|archived?|superseded|withdrawn|cancell?ed|expired|ended|closed|over|entwurf|ausgesetzt|inaktiv|pausiert)(?!\p{L})/u;

function namesFolders(label: string, value: string): boolean {
  return /^(?:feature|own|owned) folders?$/u.test(toPlainWords(label)) && /^(?:`|[^\s`]{0,200}\/)/u.test(value);
}

/** Where that stands which no setting says. */
function elsewhere(label: string): string {
  return /^(?:engineering|product)? ?dris?$|^reviewers?$|^pms?$|^feature folders?$/u.test(toPlainWords(label))
    ? ' It is a column of the list of PMs, a table in the PM zone. Ask an engineer to write it there.'
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
  const near = findNearLabel(label, value);
  if (near !== undefined) return near;
  return names.find((name) => name.length >= 8 && name !== 'engineers' && isTypo(label, name));
}
