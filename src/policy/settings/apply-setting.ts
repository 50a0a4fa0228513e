import type { SectionProblem, ZoneSettings } from '../policy.js';
import { defaultSettings } from './default-settings.js';
import type { SettingLine } from './parse-setting-line.js';
import { readLabelNames } from './label-names.js';
import { settingExamples, type SettingLabel } from './setting-labels.js';
import { readEntries, readGlobs, readPilot, readSizeLimit } from './setting-values.js';
import { readWaveBeginning } from './read-wave.js';
import { forbids } from '../grammar/refusals/forbidding-words.js';
import { normalizeWords, toPlainText } from '../grammar/tokenize.js';

/** The settings so far, the labels already set (`set`), and the problems found. */
export interface SettingsDraft {
  settings: { -readonly [Key in keyof ZoneSettings]: ZoneSettings[Key] };
  readonly set: Set<string>;
  readonly problems: SectionProblem[];
}

/** A setting with its label; `isDressed`: emphasis, a link or the like stands in its line. */
export interface KnownSettingLine extends SettingLine {
  readonly setting: SettingLabel;
  readonly isDressed: boolean;
}

/**
 * Applies the line of a setting to the draft, or adds a problem that says why it cannot and how it is written: an error where leaving it out
 * would open or weaken something. Said twice, the stricter holds.
 */
export function applySetting(draft: SettingsDraft, found: KnownSettingLine): void {
  const { settings, set } = draft;
  const { setting: label, value, line } = found;
  const text = toPlainText(value);
  const again = set.has(label);
  const say = (severity: SectionProblem['severity'], message: string): void => {
    draft.problems.push({ severity, line, message });
  };
  const howTo = `Write it like ${settingExamples[label]}`;
  if (label === 'controls' && normalizeWords(text).replace(/[.`"']/gu, '') !== 'standard')
    settings.controls = 'regulated';
  if (found.struck) {
    say(
      'error',
      `“${label}” is struck through, so nobody can say whether it holds. Take the line out, or the strokes.`,
    );
    return;
  }
  if (text === '') {
    const counts = label === 'controls' ? '; they are taken for regulated' : '';
    say('error', `“${label}” has no value on its line${counts}. ${howTo}.`);
    return;
  }
  const holds = label === 'labels' ? 'both hold' : 'the stricter holds';
  if (again && label !== 'wave') {
    const message = `“${label}” is set twice; ${holds}. Keep one of the lines.`;
    draft.problems.push({ severity: 'warning', line, message, mend: { away: true } });
  }
  set.add(label);
  const globs = (effect: 'allow' | 'forbid', severity: SectionProblem['severity']): readonly string[] => {
    const read = readGlobs(value, effect, found.isDressed);
    for (const { written, problem } of read.unusable)
      say(severity, `“${label}” cannot use “${written}” as written: ${problem}. ${howTo}.`);
    return read.globs;
  };
  const people = (called: string, before: readonly string[] | undefined): readonly string[] => {
    const entries = readEntries(value);
    const known = entries.filter(isHandleOrTeam);
    if (entries.length === 0) say('warning', `“${called}” names nobody. ${howTo}, or take the line out.`);
    for (const entry of entries.filter((each) => !known.includes(each)))
      say('warning', `“${called}” cannot use “${entry.slice(0, 80)}”: it is no handle and no team. ${howTo}.`);
    return before?.filter((each) => known.includes(each)) ?? known;
  };
  switch (label) {
    case 'controls':
      if (settings.controls === 'regulated' && !again && !/^[`"']?regulated\b/iu.test(text))
        say(
          'warning',
          `Controls are “standard” or “regulated”, not “${text.slice(0, 40)}”; they are taken for regulated.`,
        );
      else if (settings.controls === 'regulated' && excepting.test(text))
        say(
          'info',
          `Controls are regulated for every change, whatever “${text.slice(0, 80)}” excepts. Ask an engineer to write nothing but “regulated”.`,
        );
      return;
    case 'size limit': {
      const limit = readSizeLimit(text);
      const before = again ? settings.sizeLimit : { files: Infinity, lines: Infinity };
      settings.sizeLimit = { files: Math.min(before.files, limit.files), lines: Math.min(before.lines, limit.lines) };
      const written = 'The size limit is written like “15 files, 400 lines”, with at most 500 files and 20000 lines';
      if (limit.isWrong) say('error', `${written}. Ask an engineer to write “${text.slice(0, 80)}” so.`);
      else if (limit.missing) say('warning', `${written}; what is missing keeps its default.`);
      else if (limit.unread !== '') say('warning', `${written}; “${limit.unread.slice(0, 80)}” is not read.`);
      return;
    }
    case 'design system':
      settings.designSystem = again ? settings.designSystem : readEntries(value);
      return;
    case 'protected data':
      settings.protectedData = [...settings.protectedData, ...readEntries(value)];
      return;
    case 'flag files': {
      const usable = globs('allow', 'error');
      const before = again ? settings.flagFiles : [];
      settings.flagFiles = usable.length > 0 ? [...before, ...usable] : settings.flagFiles;
      return;
    }
    case 'planning docs': {
      // What is left out here stays closed.
      const isRefusing = forbids(value.map((token) => (token.kind === 'code' ? 'x' : token.text)).join(''));
      const usable = globs('allow', isRefusing ? 'error' : 'warning').filter((glob) => isDocument(glob, say));
      settings.planningDocs = usable.length > 0 && !again ? usable : settings.planningDocs;
      return;
    }
    case 'audit log':
      settings.auditLog = [...settings.auditLog, ...globs('forbid', 'error')];
      return;
    case 'production-critical':
      settings.productionCritical = [...(settings.productionCritical ?? []), ...globs('forbid', 'error')];
      return;
    case 'base branch': {
      const name = text.replace(/[.;,·|]$/u, '').trim();
      const isName = /^\w[\w./+-]{0,200}$/u.test(name) && !name.includes('..');
      if (!isName) say('error', `This setting takes one branch name, not “${text.slice(0, 80)}”. ${howTo}.`);
      else if (!again) settings.baseBranch = name;
      return;
    }
    case 'pilot': {
      const pilot = readPilot(text);
      const { from = '', to = '9999' } = settings.pilot ?? {};
      if (pilot === undefined)
        say('error', `“Pilot” has no two days like 2027-01-11, the first and the last. ${howTo}.`);
      else settings.pilot = { from: pilot.from > from ? pilot.from : from, to: pilot.to < to ? pilot.to : to };
      return;
    }
    case 'engineers':
      settings.engineers = people('Engineers', settings.engineers);
      return;
    case 'compliance sign-off':
      settings.compliance = people('Compliance sign-off', settings.compliance);
      return;
    case 'confirmation subject': {
      const subject = text.replace(/^`|`$/gu, '').trim();
      const isSubject = /^[ -~]{1,72}$/u.test(subject) && /^[a-z]/iu.test(subject);
      if (!isSubject)
        say(
          'warning',
          `The confirmation subject is the first line of a commit: at most 72 plain letters and signs, the first a letter. ${howTo}.`,
        );
      else if (!again) settings.confirmationSubject = subject;
      return;
    }
    case 'labels': {
      const read = readLabelNames(value, found.isDressed);
      if (read === undefined)
        say('error', `“Labels” cannot be read: each is a label of PM Zone and what it is called here. ${howTo}.`);
      const before = settings.labels ?? [];
      const clash = read?.names.find(({ own, name }) => before.some((each) => each.own === own && each.name !== name));
      for (const why of read?.refused ?? []) say('error', `“Labels” cannot be used as written: ${why}. ${howTo}.`);
      if (clash !== undefined)
        say(
          'error',
          `“Labels” has two names for “${clash.own}”, and one label is set for it; the first holds. ${howTo}.`,
        );
      const added = read?.names.filter(({ own }) => !before.some((each) => each.own === own)) ?? [];
      if (before.length + added.length > 0) settings.labels = [...before, ...added];
      return;
    }
    case 'wave': {
      const number = Number(/\d+/u.exec(found.label)?.[0]);
      const read = readGlobs(
        value.filter(({ kind }) => kind === 'code'),
        'forbid',
        found.isDressed,
      );
      const beginning = readWaveBeginning(value);
      for (const { written, problem } of read.unusable)
        say('error', `“${label}” cannot use “${written}” as written: ${problem}. ${howTo}.`);
      if (!(number > 0)) say('error', `A wave has its number in its label, so that its turn is known. ${howTo}.`);
      else if (beginning === undefined)
        say(
          'error',
          `Nobody can say from “${text.slice(0, 120)}” when wave ${number} begins. ${howTo}, \`compliance review on 2027-03-01\` once that was, or \`from 2027-03-01\`.`,
        );
      settings.waves = [...(settings.waves ?? []), { number: number || Infinity, globs: read.globs, ...beginning }];
      return;
    }
    case 'incident contacts': {
      const entries = readEntries(value);
      if (entries.length === 0) say('warning', `“Incident contacts” names nobody. ${howTo}, or take the line out.`);
      settings.incidentContacts = [...(settings.incidentContacts ?? []), ...entries];
    }
  }
}

/** `@erin`, `@acme/engineering`, and an app's `@renovate[bot]`. */
function isHandleOrTeam(entry: string): boolean {
  return /^@[a-z0-9][\w.-]{0,98}(?:(?:\/[a-z0-9][\w.-]{0,98}){1,20}|\[bot\])?$/iu.test(entry);
}

/** A planning doc is editable whatever else holds, so its glob must not reach further than documents. */
function isDocument(glob: string, say: (severity: 'warning', message: string) => void): boolean {
  const isDoc = /\.mdx?$/iu.test(glob) && /[\p{L}\p{N}]/u.test(glob.replace(/\.mdx?$/iu, ''));
  if (!isDoc)
    say(
      'warning',
      `\`${glob.slice(0, 80)}\` is not taken for planning docs, since it names no folder or document of its own, like docs/plans/*.md.`,
    );
  return isDoc;
}

/** The settings before anything is read. */
export function createSettingsDraft(): SettingsDraft {
  return { settings: { ...defaultSettings }, set: new Set(), problems: [] };
}

const excepting = /(?<![\p{L}-])(?:except\w*|excluding|but|unless|not|without|only)(?![\p{L}-])/iu;
