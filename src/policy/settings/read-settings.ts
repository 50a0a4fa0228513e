import type { Nodes, RootContent } from 'mdast';
import type { SectionProblem, ZoneSettings } from '../policy.js';
import { applySetting, createSettingsDraft, type SettingsDraft } from './apply-setting.js';
import { describeUnknown } from './describe-unknown.js';
import { findUnreadSettings } from './find-unread-settings.js';
import { parseSettingLines } from './parse-setting-line.js';
import { readPlainSettings } from './plain-settings.js';
import { isKindOfFiles, type SettingLabel } from './setting-labels.js';
import {
  firstTokenLine,
  plainToken,
  splitTokenLines,
  type TextToken,
  tokenize,
  toPlainText,
  toSourceText,
} from '../grammar/tokenize.js';

/** The settings of a policy file. */
export interface SettingsReading {
  readonly settings: ZoneSettings;
  readonly problems: readonly SectionProblem[];
  /** The lines, from 1, that are nothing but settings that were read. */
  readonly lines: ReadonlySet<number>;
  /** The line of each setting that was read. */
  readonly places: readonly { readonly setting: SettingLabel; readonly line: number }[];
}

/**
 * Reads the settings of the PM zone (design §3, "Settings") out of its blocks and the file's text: lines `**Label:** value` of paragraphs, headings
 * and lists. What names a setting in any other form is an error, since leaving it out could open or weaken something; controls are then regulated.
 */
export function readSettings(blocks: readonly RootContent[], text: string): SettingsReading {
  const draft = createSettingsDraft();
  const lines = new Map<number, Set<SettingLabel>>();
  const source = text.split(/\r\n|\r|\n/u);
  for (const leaf of blocks.flatMap(leavesOf))
    readLeaf(draft, lines, leaf, blocks.includes(leaf as RootContent) ? source : []);
  const unread = findUnreadSettings(blocks, text, lines);
  if (unread.isRegulated) draft.settings.controls = 'regulated';
  const said = new Set(draft.problems.flatMap(({ severity, line }) => (severity === 'error' ? [line] : [])));
  const more = unread.problems.filter(({ line }) => !said.has(line));
  const places = [...lines].flatMap(([line, set]) => [...set].map((setting) => ({ setting, line })));
  places.sort((one, other) => one.line - other.line);
  // That nothing comes of a line is not said beside what comes of it.
  const wrong = new Set(more.map(({ line }) => line));
  const own = draft.problems.filter(({ severity, line }) => severity !== 'info' || !wrong.has(line));
  const problems = [...own, ...more];
  return { settings: draft.settings, problems, lines: new Set(lines.keys()), places };
}

/** The paragraphs and headings that settings are read from: not those of quotes, tables and footnotes. */
function leavesOf(block: RootContent): readonly Nodes[] {
  const leaves: Nodes[] = [];
  const stack: Nodes[] = [block];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'paragraph' || node.type === 'heading') leaves.push(node);
    if (node.type === 'list' || node.type === 'listItem') stack.push(...node.children.toReversed());
  }
  return leaves;
}

/** Reads a paragraph or a heading; `source` are the file's lines, where it stands in nothing else. */
function readLeaf(
  draft: SettingsDraft,
  lines: Map<number, Set<SettingLabel>>,
  leaf: Nodes,
  source: readonly string[],
): void {
  const all = splitTokenLines(tokenize(leaf));
  for (const { label, value, line } of leaf.type === 'paragraph' ? plainSettingsOf(all, source) : []) {
    applySetting(draft, {
      label,
      setting: label,
      value: [plainToken(value, line)],
      line,
      struck: false,
      isDressed: false,
    });
    lines.set(line, new Set([label]));
  }
  const bare = new Map(
    splitTokenLines(tokenize(leaf, (node) => dressing.has(node.type))).map((line) => [
      line[0]?.line,
      toPlainText(line),
    ]),
  );
  for (let place = 0; place < all.length; place += 1) {
    const line = all[place] as readonly TextToken[];
    const found = parseSettingLines(line);
    const isDressed = toPlainText(line) !== bare.get(line[0]?.line);
    for (const [nth, each] of found.entries()) {
      const { setting } = each;
      if (setting === undefined) {
        draft.problems.push(...describeUnknown(each, line));
        continue;
      }
      const value = [...each.value];
      // A list of paths may go on below.
      for (let next = all[place + 1]; nth === found.length - 1 && next !== undefined; next = all[place + 1]) {
        if (!isKindOfFiles(setting) || !goesOn(value, next)) break;
        value.push({ ...(next[0] as TextToken), kind: 'text', text: '\n' }, ...next);
        lines.set((next[0] as TextToken).line, new Set([setting]));
        place += 1;
      }
      applySetting(draft, { ...each, value, setting, isDressed });
      if (!each.struck && toPlainText(value) !== '')
        lines.set(each.line, new Set([...(lines.get(each.line) ?? []), setting]));
    }
  }
}

/** The settings that lines of a paragraph are without bold words, where they are written as they are shown. */
export function plainSettingsOf(
  lines: readonly (readonly TextToken[])[],
  source: readonly string[],
): readonly { readonly label: SettingLabel; readonly value: string; readonly line: number }[] {
  const written = lines.map((line) => source[firstTokenLine(line) - 1] ?? '');
  return readPlainSettings(written).flatMap(({ label, value, place }) => {
    const line = lines[place] as readonly TextToken[];
    const isShown = toSourceText(line) === written[place]?.trim();
    return isShown ? [{ label, value, line: firstTokenLine(line) }] : [];
  });
}

/** What takes signs out of a line's words, or words out of sight. */
const dressing: ReadonlySet<string> = new Set(['emphasis', 'link', 'linkReference', 'image', 'imageReference', 'html']);

function goesOn(value: readonly TextToken[], next: readonly TextToken[]): boolean {
  if (parseSettingLines(next).length > 0) return false;
  const first = next.find(({ text }) => text.trim() !== '');
  return (
    first?.kind === 'code' ||
    /(?:[,;&+]|\b(?:and|or))$/iu.test(toPlainText(value)) ||
    /^(?:[,;&+]|(?:and|or)\b)/iu.test(toPlainText(next))
  );
}
