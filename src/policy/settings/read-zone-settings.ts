import { applySetting, type SettingsDraft } from './apply-setting.js';
import { parseSettingLine, looksLikeSetting, findPlainLabel } from './parse-setting-line.js';
import { defaultSettings } from './default-settings.js';
import { firstTokenLine, type TextToken } from '../zone-section/tokenize.js';

/**
 * Reads the `**Label:** value` lines (design §3, "Settings"). A value that cannot be used leaves the default, with a
 * warning, save that controls are then taken for regulated; said twice, the stricter holds.
 */
export function readZoneSettings(
  lines: readonly (readonly TextToken[])[],
): Pick<SettingsDraft, 'settings' | 'problems'> {
  const draft: SettingsDraft = { settings: { ...defaultSettings }, set: new Set(), problems: [] };
  for (const line of lines) {
    const found = parseSettingLine(line);
    const missed = found === undefined ? findPlainLabel(line) : undefined;
    if (missed !== undefined) {
      const message = `"${missed}" changes nothing as it stands here, since a setting begins in bold: **${missed}:**.`;
      draft.problems.push({ severity: 'warning', line: firstTokenLine(line), message });
    }
    if (found?.setting !== undefined) applySetting(draft, found.setting, found);
    else if (found !== undefined && looksLikeSetting(found, line)) {
      const message = `"${found.label}" is no setting that is known, so it changes nothing.`;
      draft.problems.push({ severity: 'info', line: found.line, message });
    }
  }
  return draft;
}
