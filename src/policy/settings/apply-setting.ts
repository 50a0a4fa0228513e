import type { SectionProblem, ZoneSettings } from '../policy.js';
import type { SettingLabel, SettingLine } from './parse-setting-line.js';
import { defaultSettings } from './default-settings.js';
import { compileZoneGlob } from '../globs/zone-glob.js';
import { normalizeWords, toPlainText, type TextToken } from '../zone-section/tokenize.js';

/** The settings so far, the labels already set (`set`), and the problems found. */
export interface SettingsDraft {
  settings: { -readonly [Key in keyof ZoneSettings]: ZoneSettings[Key] };
  readonly set: Set<string>;
  readonly problems: SectionProblem[];
}

/** Applies the line of a setting to the draft, or adds a problem that says why it cannot. */
export function applySetting(draft: SettingsDraft, label: SettingLabel, found: SettingLine): void {
  const { settings, set } = draft;
  const { value, line } = found;
  const text = toPlainText(value);
  const again = set.has(label);
  const warn = (message: string): void => {
    draft.problems.push({ severity: 'warning', line, message });
  };
  if (found.struck && !(label === 'controls' && /^regulated/iu.test(text))) {
    warn(`"${label}" is struck through, so it changes nothing.`);
    return;
  }
  if (text === '' && label !== 'controls') {
    warn(`"${label}" has no value, so it changes nothing.`);
    return;
  }
  if (again) warn(`"${label}" is set twice; the stricter holds. Keep one of the lines.`);
  set.add(label);
  switch (label) {
    case 'controls':
      applyControls(settings, text, warn);
      return;
    case 'size limit':
      applySizeLimit(settings, text, again, warn);
      return;
    case 'design system':
      settings.designSystem = again ? settings.designSystem : entriesOf(value);
      return;
    case 'protected data':
      settings.protectedData = [...settings.protectedData, ...entriesOf(value)];
      return;
    case 'flag files': {
      const globs = usableGlobs(entriesOf(value), label, warn);
      const before = again ? settings.flagFiles : [];
      settings.flagFiles = globs.length > 0 ? [...before, ...globs] : settings.flagFiles;
      return;
    }
    case 'planning docs': {
      const globs = usableGlobs(entriesOf(value), label, warn).filter((glob) => isDocument(glob, warn));
      settings.planningDocs = globs.length > 0 && !again ? globs : settings.planningDocs;
      return;
    }
    case 'audit log':
      applyAuditLog(draft, entriesOf(value), line);
      return;
    case 'base branch':
      applyBaseBranch(settings, text, again, warn);
  }
}

type Warn = (message: string) => void;

function applyControls(settings: SettingsDraft['settings'], text: string, warn: Warn): void {
  const word = normalizeWords(text).replace(/[.`"']/gu, '');
  if (word === 'standard') return;
  settings.controls = 'regulated';
  if (!/^regulated\b/u.test(word))
    warn(`Controls are "standard" or "regulated", not "${text.slice(0, 40)}"; they are taken for regulated.`);
}

/** A limit beyond these bounds is a typo. */
function applySizeLimit(settings: SettingsDraft['settings'], text: string, again: boolean, warn: Warn): void {
  const files = boundedNumber(/(\d{1,9})\s*files?\b/iu.exec(text)?.[1], 500);
  const lines = boundedNumber(/(\d{1,9})\s*(?:changed\s+)?lines?\b/iu.exec(text)?.[1], 20_000);
  if (files === undefined || lines === undefined)
    warn(
      'The size limit is written like "15 files, 400 lines", with at most 500 files and 20000 lines; what is missing keeps its default.',
    );
  const before = again ? settings.sizeLimit : { files: Infinity, lines: Infinity };
  settings.sizeLimit = {
    files: Math.min(before.files, files ?? defaultSettings.sizeLimit.files),
    lines: Math.min(before.lines, lines ?? defaultSettings.sizeLimit.lines),
  };
}

function boundedNumber(digits: string | undefined, most: number): number | undefined {
  const number = Number(digits);
  return number >= 1 && number <= most ? number : undefined;
}

function applyAuditLog(draft: SettingsDraft, globs: readonly string[], line: number): void {
  draft.settings.auditLog = [...draft.settings.auditLog, ...globs];
  for (const glob of globs) {
    const { problem } = compileZoneGlob(glob, 'forbid');
    if (problem === undefined) continue;
    const message = `The audit log \`${glob.slice(0, 80)}\` cannot be locked as written: ${problem}. Ask engineering to fix it.`;
    draft.problems.push({ severity: 'error', line, message });
  }
}

function applyBaseBranch(settings: SettingsDraft['settings'], text: string, again: boolean, warn: Warn): void {
  if (again) return;
  if (/^\w[\w./+-]{0,200}$/u.test(text) && !text.includes('..')) settings.baseBranch = text;
  else warn('The base branch is one branch name like "main"; this one is not used.');
}

function usableGlobs(globs: readonly string[], label: string, warn: Warn): readonly string[] {
  return globs.filter((glob) => {
    const { problem } = compileZoneGlob(glob, 'allow');
    if (problem !== undefined) warn(`"${label}" cannot use \`${glob.slice(0, 80)}\`: ${problem}.`);
    return problem === undefined;
  });
}

/** A planning doc is editable whatever else holds, so its glob must not reach further than documents. */
function isDocument(glob: string, warn: Warn): boolean {
  const isDoc = /\.mdx?$/iu.test(glob) && /[\p{L}\p{N}]/u.test(glob.replace(/\.mdx?$/iu, ''));
  if (!isDoc)
    warn(
      `\`${glob.slice(0, 80)}\` is not taken for planning docs, since it names no folder or document of its own, like docs/plans/*.md.`,
    );
  return isDoc;
}

/** Inline code verbatim; other text split at commas and semicolons. */
function entriesOf(value: readonly TextToken[]): readonly string[] {
  return value
    .flatMap(({ kind, text }) => (kind === 'code' ? [text] : text.split(/[,;\n]/u)))
    .map((entry) => entry.replace(/^\s*(?:and|or)\s+|\s+(?:and|or)\s*$/giu, '').trim())
    .filter((entry) => /[\p{L}\p{N}*]/u.test(entry) && !/^(?:and|or|none|n\/a|tbd)$/iu.test(entry));
}
