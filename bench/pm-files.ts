import { appendixA } from '../test/support/pilot-repository.js';
import { random } from './random.js';

/** The PM's feature folder. */
export const feature = 'src/features/onboarding';

/** A pilot PM's policy: Appendix A with a roster. */
export const zoneText = `# Working in this repository

${appendixA}
| PM | Email | Feature folders | Flags | Reviewers | Engineering DRI | Product DRI |
| --- | --- | --- | --- | --- | --- | --- |
| Maya Rivera (@maya-rivera) | maya@harbor.example | \`${feature}\` | \`friendlier-empty-state\` | @harbor/growth | @erin-okafor | @paul-adeyemi |
`;

/** What CODEOWNERS says of the PM's part. */
export const zoneOwners = `/CLAUDE.md @harbor/platform\n/.github/ @harbor/platform\n/${feature}/ @harbor/growth\n`;

/** The approved plan that lies on the branch before the change. */
export const plan: ReadonlyMap<string, string> = new Map([[`${feature}/PLANNING.md`, planText()]]);

/** The feature as `main` has it: ${areas} parts of twenty files each. */
export function featureFiles(): ReadonlyMap<string, string> {
  return new Map(allFiles().map(([path, text]) => [path, text('before')]));
}

/** A change of that many files, as a PM makes them: texts, prompts, flags, events, a component or two, documentation. */
export function featureChange(count: number): ReadonlyMap<string, string> {
  return new Map(
    allFiles()
      .slice(0, count)
      .map(([path, text]) => [path, text('after')]),
  );
}

type Text = (when: 'before' | 'after') => string;

const areas = [
  '',
  'checklist',
  'digest',
  'hints',
  'import',
  'invite',
  'progress',
  'survey',
  'tour',
  'welcome',
] as const;
const locales = ['en', 'de', 'fr', 'es'] as const;

function allFiles(): readonly (readonly [string, Text])[] {
  return areas.flatMap((area, at) => {
    const folder = area === '' ? feature : `${feature}/${area}`;
    return [
      ...locales.map((locale): [string, Text] => [
        `${folder}/i18n/${locale}.json`,
        (when) => catalog(at, locale, when),
      ]),
      ...[1, 2, 3, 4].map((number): [string, Text] => [
        `${folder}/prompts/step-${number}.md`,
        (when) => prose(at + number, when),
      ]),
      at === 0 ? [`${folder}/flags.yaml`, flags] : [`${folder}/docs/flags.md`, (when) => prose(at, when)],
      [`${folder}/analytics/events.ts`, events],
      [`${folder}/components/first-card.tsx`, component],
      [`${folder}/components/second-card.tsx`, component],
      ...[1, 2, 3, 4, 5, 6, 7].map((number): [string, Text] => [
        `${folder}/docs/page-${number}.md`,
        (when) => prose(number, when),
      ]),
      at === 0 ? [`${folder}/PLANNING.md`, planText] : [`${folder}/README.md`, (when) => prose(at, when)],
    ] as [string, Text][];
  });
}

function catalog(seed: number, locale: string, when: string): string {
  const chance = random(seed);
  const entries = Array.from({ length: 120 }, (_, key) => [
    `onboarding.part${key % 8}.text${key}`,
    `${key % 9 === 0 ? `${when} ` : ''}${locale} ${sentence(chance.below(30))}${key % 5 === 0 ? ' {name}' : ''}`,
  ]);
  if (when === 'after') entries.push(['onboarding.added', `${locale} Start with a board for this week, {name}.`]);
  return `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`;
}

function prose(seed: number, when: string): string {
  const lines = Array.from(
    { length: 24 },
    (_, line) => `${sentence(seed + line)} Hello {{user_name}}. ${sentence(seed * 3 + line)}\n`,
  );
  if (when === 'after')
    lines[3] = 'A board is where the work of a team lives; start with one for this week, {{user_name}}.\n';
  return `# Page ${seed}\n\n${lines.join('\n')}`;
}

function flags(when: string): string {
  const others = Array.from({ length: 30 }, (_, at) => flag(`team-flag-${at}`, 'erin@harbor.example', 10));
  return `flags:\n${flag('friendlier-empty-state', 'maya@harbor.example', when === 'after' ? 20 : 0)}${others.join('')}`;
}

function flag(key: string, owner: string, rollout: number): string {
  return `  ${key}:\n    description: ${sentence(key.length)}\n    owner: ${owner}\n    enabled: ${rollout > 0}\n    rollout: ${rollout}\n\n`;
}

function events(when: string): string {
  const lines = Array.from({ length: 40 }, (_, at) => `  readonly board_event_${at}: { readonly seconds: number };`);
  if (when === 'after') lines.push("  readonly first_board_started: { readonly from: 'empty_state' };");
  return `/** What this part tells analytics. */\nexport interface Events {\n${lines.join('\n')}\n}\n`;
}

function component(when: string): string {
  const rows = Array.from(
    { length: 50 },
    (_, at) => `      <Row label={say('onboarding.part${at % 8}.text${at}', { name })} />`,
  );
  return `import { Card, Row } from '../../../design-system';
import { useFlag } from '../../../flags/use-flag';

export interface CardProps {
  readonly name: string;
}

export function FeatureCard({ name }: CardProps) {
  const friendly = useFlag('friendlier-empty-state');
  return (
    <Card title={say(friendly ? 'onboarding.added' : 'onboarding.part0.text0')}>
${rows.slice(when === 'after' ? 0 : 1).join('\n')}
    </Card>
  );
}
`;
}

function planText(when = 'before'): string {
  return `# PLANNING: A friendlier empty state

**Status:** Approved
**Product DRI:** @paul-adeyemi
**Engineering DRI:** @erin-okafor
**Design DRI:** none
**Flag:** \`friendlier-empty-state\`
**Feature folder:** \`${feature}\`
**Level:** copy
**Target ship date:** 2025-05-19
**Last updated:** ${when === 'before' ? '2025-05-07' : '2025-05-08'}

## TL;DR

Someone without boards reads what to do first instead of what is missing.

## Hypothesis

If we say what to do first, then first boards rise by 10 % by June, because six of nine people took the empty page for an error.

## Kill condition

Turn it off if fewer than 30 % of new people make a board on their first day, looked at daily.

## Scope

- **In:** texts, prompts, documentation and cards in \`${feature}\`.
- **Out:** invitations.

## Rollback

- **Rollback:** turn \`friendlier-empty-state\` off; it takes seconds and needs no release.

## Sign-off

- **Engineering DRI:** @erin-okafor
- **Product DRI:** @paul-adeyemi
`;
}

const sentences = [
  'Nobody has to read a manual before the first board.',
  'A list that is empty says what belongs in it.',
  'The tour ends after three steps and can be left at any time.',
  'Invitations go out once somebody has something to show.',
  'What a person typed is kept when the connection breaks.',
  'We ask for a name and for nothing else.',
  'Colours follow the settings of the computer.',
];

function sentence(number: number): string {
  return sentences[number % sentences.length] ?? '';
}
