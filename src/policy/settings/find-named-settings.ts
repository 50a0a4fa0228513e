import { anyLabel, labelOfGroups, looksLikeValue, type SettingLabel } from './setting-labels.js';

/** A place in a line that names a setting. */
export interface NamedSetting {
  /** Where in the line it begins. */
  readonly at: number;
  readonly label: SettingLabel;
  /** What stands behind it, as plain words. */
  readonly value: string;
  /** What tells that it names one: a colon or its like, the bar of a table's cell, or words that look like a value. */
  readonly by: 'sign' | 'cell' | 'words';
}

const start = new RegExp(`(?<=^|[;·•|]|[.,!?] )[^\\p{L}]{0,24}(?:${anyLabel})(?![\\p{L}\\p{N}])`, 'gu');
const sign = /^[`\s]{0,4}([:=|]|-{1,2}>|→|⇒|=>)(?:`(?=\s|$))?\s{0,4}/u;
/** "Size limit is 5 files", "Audit log – `src/audit/**`", "Size limit per pull request: 5 files". */
const words = /^[`\s]{0,4}(?:[^:=|`\d]{1,40}[:=]|-{1,2}|is|are|stays?|set to|must be|should be|will be)?\s{1,4}/u;

/**
 * The settings that a line of plain words names (see `toPlainWords`): where the line, or what stands behind a full stop, comma or bar in it,
 * begins with a label that a sign follows, or words that look like its value. "Our design system" in a sentence names none.
 */
export function findNamedSettings(line: string): readonly NamedSetting[] {
  return [...line.matchAll(start)].flatMap((match): NamedSetting[] => {
    const label = labelOfGroups(match.slice(1));
    const rest = line.slice(match.index + match[0].length);
    const mark = sign.exec(rest);
    const from = mark ?? words.exec(rest);
    if (from === null) return [];
    const value = rest.slice(from[0].length).trim();
    const at = match.index;
    if (mark !== null) return [{ at, label, value, by: mark[1] === '|' ? 'cell' : 'sign' }];
    return looksLikeValue(label, value) ? [{ at, label, value, by: 'words' }] : [];
  });
}

const determiners = '(?<![\\p{L}\\p{N}])(?:the|our|all|these|those|its|their|zone|pilot|pm|pms)[\\s:]{1,3}';
const verbs = '(?:are|is|be|being|stays?|remains?|must|will|should|set|to|at|kept|level|mode|framework)';
/** "Kontrollen: reguliert": the word as languages near to English have it, without accents. */
const inAnyLanguage =
  '(?:regulated|reguliert\\p{L}*|reglement(?:ee?s?|iert)|regulad[ao]s?|regolamentat[aeio]|gereguleerde?|reglera[dt]|regul(?:er|ow)\\p{L}+)';

const regulated = [
  // "Controls: regulated", "the controls are regulated", and a title "Controls" over the word.
  new RegExp(
    `(?:${determiners}|(?<![\\p{L}\\p{N}][\\s'-]?))controls?[^\\p{L}\\p{N}]{1,12}(?:${verbs}[^\\p{L}\\p{N}]{1,6}){0,3}regulated(?![\\p{L}\\p{N}])`,
    'gu',
  ),
  /(?<![\p{L}\p{N}])regulated controls?[^\p{L}\p{N}]{1,6}(?:appl(?:y|ies)|holds?|(?:are|is) (?:on|in force|set))(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])(?:runs?|operates?|works?) under regulated controls(?![\p{L}\p{N}])/gu,
  /^[^\p{L}\n]{0,24}regulated(?: controls?)?[^\p{L}\n:=]{0,12}(?:$|[:=][^\p{L}\n]{0,6}(?!no|false|off|standard))/gmu,
  // "Compliance: regulated", whatever the label.
  new RegExp(`^[^\\n:=|]{1,40}[:=|][^\\p{L}\\n]{0,6}${inAnyLanguage}[^\\p{L}\\p{N}\\n]{0,12}$`, 'gmu'),
] as const;

const place =
  '(?:repo|repositor(?:y|ies)|code ?base|code|products?|compan(?:y|ies)|organi[sz]ations?|business|services?|projects?|app|application|environments?|teams?|pilots?|platforms?|systems?|industr(?:y|ies)|sector|market|modes?|variants?)';
/** What says that all of it is regulated, and may mean the controls: "this repository is regulated (SOX)", "a regulated environment". */
const regulatedPlace = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:this|that|our|the|whole|entire|${place}|we|it|everything(?: here)?) (?:is|are|counts? as|falls? under|follows)(?: (?:a|an|the|fully|highly|heavily|strictly)){0,2} regulated(?! (?:by|area|part|folder|file|path|data|content|copy|text|field|value|information|record))|(?<!(?:not|no|non|never|any|than|unlike|outside|other)(?: (?:a|an|the|of|in|for))?[ -])regulated ${place}(?=[^\\p{L}\\p{N}]*$| (?:applies|apply|holds?)))(?![\\p{L}\\p{N}])`,
  'u',
);

/** The first line of plain words that says, alone or with the next one, of the whole repository that it is regulated, from 0. */
export function findRegulatedPlace(lines: readonly string[]): number | undefined {
  const at = lines.findIndex((line, index) => regulatedPlace.test(`${line} ${lines[index + 1] ?? ''}`));
  if (at === -1) return undefined;
  return regulatedPlace.test(lines[at + 1] ?? '') && !regulatedPlace.test(lines[at] as string) ? at + 1 : at;
}

/** Where lines of plain words say, in any form, that controls are regulated: their places. */
export function findRegulated(lines: readonly string[]): ReadonlySet<number> {
  const text = lines.join('\n');
  const ends = new Set(
    regulated.flatMap((form) => [...text.matchAll(form)].map((match) => match.index + match[0].length)),
  );
  const found = new Set<number>();
  let end = -1;
  for (const [place, line] of lines.entries()) {
    const from = end + 1;
    end = from + line.length;
    for (let at = from + 1; at <= end; at += 1) if (ends.has(at)) found.add(place);
  }
  return found;
}
