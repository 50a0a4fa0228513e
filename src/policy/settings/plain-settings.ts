import type { SettingLabel } from './setting-labels.js';

/** A setting that stands in a line of its own without bold words, with its place among the lines. */
export interface PlainSetting {
  readonly label: SettingLabel;
  readonly value: string;
  readonly place: number;
}

/**
 * The settings that the lines of a paragraph are, as they are written in the file, without bold words: "Controls: strict", "Size limit: 8 files,
 * 200 lines". Only the settings that close, in the plainest letters, with a value that can be read as it stands; and only where each line is a label
 * with something behind it, so that no sentence says what they are about.
 */
export function readPlainSettings(lines: readonly string[]): readonly PlainSetting[] {
  if (!lines.every((line) => labelled.test(line))) return [];
  return lines.flatMap((line, place): readonly PlainSetting[] => {
    for (const [label, form] of Object.entries(forms) as [SettingLabel, RegExp][]) {
      const [, value] = form.exec(line.trim()) ?? [];
      if (value !== undefined) return [{ label, value, place }];
    }
    return [];
  });
}

const labelled = /^\s*(?:\*\*)?[A-Z][A-Za-z -]{1,30}:(?:\*\*)? \S/u;

const forms: Partial<Record<SettingLabel, RegExp>> = {
  controls: /^controls: (regulated|standard|strict)\.?$/iu,
  'size limit': /^size limit: (\d{1,3} files?(?:,| and|,? or| \/) \d{1,5} (?:changed )?lines?)\.?$/iu,
  'protected data':
    /^protected data: ((?!.*\b(?:only|just|must|should|needs?|never|not|no|none|until|till|unless|except|if|when|while|during|before|after|first|each|every|any|all|with|without|who|which|that|is|are|be|ask|asks|wait|waits|agree|change|changes|edit|touch|may|can|in|from|on|for|by|docs?|texts?|copy|content|pms?)\b)[a-z][a-z-]*(?: [a-z-]+){0,3}(?:,? (?:and )?[a-z-]+(?: [a-z-]+){0,3}){0,20})\.?$/iu,
};
