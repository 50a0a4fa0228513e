import { applySetting, type SettingsDraft } from './apply-setting.js';
import type { Problem, Settings } from './policy.js';
import { labelled, looksLikeSetting, plainLabel } from './setting-line.js';
import { defaultSettings } from './settings.js';
import { firstLine, type Piece } from './zone-text.js';

/** The settings of a section and the problems found. */
export interface SettingsReading {
  readonly settings: Settings;
  readonly problems: readonly Omit<Problem, 'file'>[];
}

/**
 * Reads the `**Label:** value` lines (design §3, "Settings"). A value that cannot be used leaves the default, with a
 * warning, save that controls are then taken for regulated; said twice, the stricter holds.
 */
export function readSettings(lines: readonly (readonly Piece[])[]): SettingsReading {
  const draft: SettingsDraft = { settings: { ...defaultSettings }, set: new Set(), problems: [] };
  for (const line of lines) {
    const found = labelled(line);
    const missed = found === undefined ? plainLabel(line) : undefined;
    if (missed !== undefined) {
      draft.problems.push({
        severity: 'warning',
        line: firstLine(line),
        message: `"${missed}" changes nothing as it stands here, since a setting begins in bold: **${missed}:**.`,
      });
    }
    if (found?.known === true) applySetting(draft, found);
    else if (found !== undefined && looksLikeSetting(found, line)) {
      draft.problems.push({
        severity: 'info',
        line: found.line,
        message: `"${found.label}" is no setting that is known, so it changes nothing.`,
      });
    }
  }
  return { settings: draft.settings, problems: draft.problems };
}
