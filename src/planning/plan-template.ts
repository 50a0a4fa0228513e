import type { RosterRow } from '../policy/policy.js';
import { findPlaceholders } from './placeholder.js';
import { toMarkdownText, toMarkdownCode } from './inline-markdown.js';
import { planLabels, canonicalLabel } from './plan-labels.js';
import { sectionsForLevel, type PlanSectionId, type PlanSectionKind } from './plan-sections.js';
import type { PlanLevel } from './planning-doc.js';

export interface PlanTemplateValues {
  readonly title: string;
  readonly level: PlanLevel;
  /** From the root, `/`-separated, no leading or trailing slash. */
  readonly folder: string;
  readonly flag: string | undefined;
  /** Words that go live at once: the Flag field asks why. Only a plan of level copy may. */
  readonly withoutFlag?: boolean | undefined;
  /** The PM's row of the roster: who the DRIs are. */
  readonly row: RosterRow | undefined;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** What changed, in one sentence, and in which files, where the work came first. */
  readonly sentence?: string | undefined;
  readonly files?: readonly string[] | undefined;
}

/**
 * The text of a new planning doc: the team's own template with its title and labels filled where they stand, else the built-in
 * one of that level. What is still to be written stands in [brackets] or in comments, so that an untouched section is told from a
 * written one.
 */
export function fillPlanTemplate(values: PlanTemplateValues, template?: string): string {
  return template === undefined ? fillBuiltIn(values) : fillTeamTemplate(values, template);
}

/** Where a team's own template is looked for, in this order (design §5). */
export const planTemplatePaths = [
  '.github/PLANNING.template.md',
  'docs/PLANNING.template.md',
  'PLANNING.template.md',
] as const;

function fillBuiltIn(values: PlanTemplateValues): string {
  const known = labelValues(values);
  const labels = [...labelOrder].map((label) => `**${label}:** ${known.get(label.toLowerCase()) ?? labelHints[label]}`);
  const sections = sectionsForLevel(values.level).map((kind) => renderStarterSection(kind, values));
  return `# PLANNING: ${toMarkdownText(values.title)}\n\n${labels.join('  \n')}\n\n${guide}\n\n${sections.join('\n')}`;
}

/** One section as the built-in template begins it, from its heading of two marks to its last line's end. */
export function renderStarterSection({ id, heading, hint }: PlanSectionKind, values: PlanTemplateValues): string {
  return `## ${heading}\n\n<!-- ${hint} -->\n\n${starters[id](values)}\n`;
}

const guide = `<!-- Replace what stands in [brackets]; comments like this one are not shown. Set Status to In Review when you send it. -->`;

const labelOrder = [...planLabels, 'Target ship date', 'Last updated'] as const;

const labelHints: Readonly<Record<(typeof labelOrder)[number], string>> = {
  Status: 'Draft',
  'Product DRI': '[@handle]',
  'Engineering DRI': '[@handle]',
  'Design DRI': '[@handle, or none]',
  Flag: '[flag-key]',
  'Feature folder': '[path/of/the/feature]',
  Level: 'feature',
  'Target ship date': '[YYYY-MM-DD]',
  'Last updated': '[YYYY-MM-DD]',
};

/** What a section begins with, before anyone wrote in it. */
const starters: Readonly<Record<PlanSectionId, (values: PlanTemplateValues) => string>> = {
  tldr: ({ sentence }) =>
    sentence === undefined
      ? '[What changes, for whom, and why now]'
      : `${toMarkdownText(sentence)} [For whom, and why now]`,
  problem: () => '[Who has the problem today, how often, and how you know]',
  hypothesis: () =>
    'If we [change], then [who does what] by [how much], because [why you believe it].\n\n' +
    '<!-- Example: If we ask for the company name after sign-up, then completed sign-ups rise by 5 %, because a third of the people who leave do so at that field. -->',
  users: () => '- [Who sees this, and in which situation]',
  metrics: () =>
    "- **Primary:** [metric, from today's number to the target]\n" +
    '- **Guardrail:** [metric that must not get worse, and its range]\n' +
    '- **Kill condition:** [the number at which you turn it off]\n\n' +
    '<!-- Example: Primary: completed sign-ups, from 40 % to 45 %. Guardrail: refunds stay under 2 %. Kill condition: support tickets rise by more than 10 %. -->',
  'kill-condition': () => '[The number at which you turn it off, and how soon you look]',
  scope: ({ files = [] }) =>
    `- **In:** ${files.length === 0 ? '[what changes]' : listFiles(files)}\n- **Out:** [what you leave alone on purpose]`,
  'behavior-contract': () =>
    '- **Always:** [what the AI does every time]\n' +
    '- **Never:** [what it must not say or do, whatever it is asked]\n' +
    '- **When unsure:** [what it says or whom it hands over to]\n' +
    '- **Evaluation:** [how many examples, who judges them, what passes]',
  'test-plan': ({ flag }) =>
    `1. [With ${flagName(flag)} on: what to do, what should be seen]\n2. [With ${flagName(flag)} off: everything is as before]`,
  telemetry: () => '- [Event name: when it is sent, which metric is counted from it]',
  rollout: (values) => {
    const rollback = `- **Rollback:** ${values.withoutFlag === true ? wordsBack : flagOff(values)}`;
    return isShort(values.level)
      ? rollback
      : `- **Rollout:** [who gets it first, then the steps to everyone]\n${rollback}`;
  },
  'sign-off': ({ row }) =>
    `- **Engineering DRI:** ${people(row?.engineeringDris) ?? '[@handle]'}\n- **Product DRI:** ${people(row?.productDris) ?? '[@handle]'}`,
};

/** Files that the scope names; the rest is counted. */
const mostFiles = 10;

function listFiles(files: readonly string[]): string {
  const named = files.slice(0, mostFiles).map(toMarkdownCode).join(', ');
  return files.length > mostFiles ? `${named} and ${files.length - mostFiles} more files` : named;
}

function isShort(level: PlanLevel): boolean {
  return level === 'copy' || level === 'config';
}

function flagName(flag: string | undefined): string {
  return flag === undefined ? 'the flag' : toMarkdownCode(flag);
}

/** Seed 000: the rollback is a flag flip. Nobody knows yet that all of the change is behind the flag, so no more than that is said. */
function flagOff({ flag, row }: PlanTemplateValues): string {
  return flag === undefined
    ? '[which flag is turned off, and by whom]'
    : `turn ${toMarkdownCode(flag)} off for what ${people(row?.engineeringDris) ?? 'the engineering DRI'} confirms to be behind it; revert the rest.`;
}

const wordsBack = '[who puts the old words back, and with which release]';

function people(names: readonly string[] | undefined): string | undefined {
  return names === undefined || names.length === 0 ? undefined : names.map(toMarkdownText).join(', ');
}

/** What is known, by label in lower case, as Markdown. */
function labelValues({
  level,
  folder,
  flag,
  withoutFlag,
  row,
  today,
}: PlanTemplateValues): ReadonlyMap<string, string> {
  const engineering = people(row?.engineeringDris);
  const product = people(row?.productDris);
  return new Map([
    ['status', 'Draft'],
    ...(product === undefined ? [] : ([['product dri', product]] as const)),
    ...(engineering === undefined ? [] : ([['engineering dri', engineering]] as const)),
    ...(withoutFlag === true ? [['flag', 'none, because [why these words may go live at once]'] as const] : []),
    ...(flag === undefined ? [] : ([['flag', toMarkdownCode(flag)]] as const)),
    ['feature folder', toMarkdownCode(folder)],
    ['level', level],
    ['last updated', toMarkdownText(today)],
  ]);
}

/** Fills a team's template line by line, up to its first section: its own words, order and line endings stay. */
function fillTeamTemplate(values: PlanTemplateValues, template: string): string {
  const known = labelValues(values);
  const lines = template.split('\n');
  let titled = false;
  for (const [index, line] of lines.entries()) {
    if (/^\s{0,3}##/.test(line)) break;
    const body = line.trimEnd();
    const end = line.slice(body.length);
    const label = /^(\uFEFF?[\s>*+_-]{0,10})(\p{L}[\p{L} ]{0,39}?)\s?(?:[*_]{2}\s?:|:[*_]{2}|:)/u.exec(body);
    const value = known.get(canonicalLabel(label?.[2] ?? ''));
    if (!titled && /^\uFEFF?\s{0,3}#\s/.test(body)) {
      lines[index] = titleLine(body, toMarkdownText(values.title)) + end;
      titled = true;
    } else if (label !== null && value !== undefined) {
      lines[index] = `${label[0]} ${value}${end}`;
    }
  }
  return lines.join('\n');
}

/** A placeholder in the heading gives way to the title; so does NAME, else all that follows the colon. */
function titleLine(line: string, title: string): string {
  const [placeholder] = findPlaceholders(line);
  if (placeholder !== undefined) return line.slice(0, placeholder.start) + title + line.slice(placeholder.end);
  const name = /\b(?:FEATURE )?(?:NAME|TITLE)\b/;
  if (name.test(line)) return line.replace(name, () => title);
  return `${line.slice(0, line.indexOf('#') + 1)} PLANNING: ${title}`;
}
