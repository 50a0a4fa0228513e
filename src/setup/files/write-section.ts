import type { PilotAnswers, PilotPerson } from '../pilot-answers.js';
import type { SensitiveFolder } from '../surfaces/find-sensitive-folders.js';
import type { Surface, SurfaceKind } from '../survey-repository.js';

/** What a PM-zone section is written from. */
export interface SectionParts {
  readonly surfaces: readonly Surface[];
  readonly closed: readonly SensitiveFolder[];
  readonly flagFiles: readonly string[];
  readonly controls: 'standard' | 'regulated';
  readonly baseBranch: string | undefined;
  readonly answers: PilotAnswers;
}

/** Writes the PM-zone section in the forms that its reader knows: what opens, what closes, the list of PMs, the settings. */
export function writeSection(parts: SectionParts): string {
  const { surfaces, closed, controls, answers } = parts;
  const lead = controls === 'regulated' ? 'PMs can touch, within the feature folders they own:' : 'PMs can touch:';
  const blocks = [
    '## PM zone',
    `**${lead}**`,
    surfaces.map(({ kind, glob }) => `- \`${glob}\`${describe(kind, glob)}`).join('\n'),
    ...(closed.length === 0 ? [] : ['**PMs cannot touch:**', closed.map(({ glob }) => `- \`${glob}\``).join('\n')]),
    'Everything else needs an engineer.',
    ...(answers.people.length === 0 ? [] : [writeRoster(answers.people)]),
    writeSettings(parts),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** Words that the reader takes for what the glob says already, or for the condition that is meant. */
function describe(kind: SurfaceKind, glob: string): string {
  if (kind === 'flags') return ' for flags they own';
  if (kind === 'docs' || kind === 'more-docs') return ' (documentation)';
  if (kind === 'events') return ' (new events only, additions only)';
  if (kind === 'components') return ' (using the design system, in the feature folders they own)';
  if (kind === 'code-texts') return ' (user-facing strings only)';
  if (kind === 'prompts') return /\.md$/u.test(glob) ? ' (AI prompts)' : '';
  return ofTexts.test(glob) ? ' (user-facing strings)' : '';
}

/** Endings that are of texts or data by themselves. */
const ofTexts = /\.(?:json|ya?ml|po|strings|stringsdict|xliff|xlf|ftl|properties|arb|resx|toml)$/u;

const columns = ['PM', 'Email', 'Feature folders', 'Flags', 'Reviewers', 'Engineering DRI', 'Product DRI'] as const;

function writeRoster(people: readonly PilotPerson[]): string {
  const rows = people.map((person) => [
    `${person.name} (${person.handle})`,
    person.email,
    person.folders.join(', '),
    person.flags.join(', '),
    person.reviewers.join(', '),
    person.engineeringDris.join(', '),
    person.productDris.join(', '),
  ]);
  const widths = columns.map((title, at) => Math.max(title.length, ...rows.map((row) => (row[at] as string).length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] as number)).join(' | ')} |`;
  return [line(columns), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

function writeSettings({ controls, flagFiles, baseBranch, answers: { engineers } }: SectionParts): string {
  return [
    `**Controls:** ${controls}`,
    '**Size limit:** 15 files, 400 lines',
    ...(flagFiles.length === 0 ? [] : [`**Flag files:** ${flagFiles.map((glob) => `\`${glob}\``).join(', ')}`]),
    ...(baseBranch === undefined ? [] : [`**Base branch:** ${baseBranch}`]),
    ...(engineers.length === 0 ? [] : [`**Engineers:** ${engineers.join(', ')}`]),
  ].join('\n');
}
