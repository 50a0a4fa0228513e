import type { Case } from './case.js';

/** What flag files call their own parts: no flag has such a name. */
const structure = new Set(
  'flags flag features feature feature_flags featureFlags FeatureManagement feature_flag featureflags environments environment variants variations rules rollouts targeting state enabled default defaultVariant defaultRule metadata values settings config version schema key name type description owner'.split(
    ' ',
  ),
);

/** Checks that ask nothing of the flags that the PM owns. */
const notOfFlags: ReadonlySet<string> = new Set(['one-feature', 'copy-catalog', 'secrets', 'events-additions-only']);

/**
 * The CLAUDE.md under which a case is reviewed: everything is in the zone of one PM who owns the flags that the case says. `texts` are those of
 * the changed flag files: every name in them is taken for a flag's where the PM owns all. `eventFiles` are open for additions only.
 */
export function casePolicy(
  { check, owns = 'all', folders = [], flagFiles, plan }: Case,
  texts: readonly string[],
  eventFiles: readonly string[],
): string {
  const planned = plan?.flag === undefined || plan.flag === 'none' ? [] : [plan.flag];
  // With hundreds of flags called `import` or `from`, every program of the repository would be parsed in search of one.
  const all = notOfFlags.has(check) ? [] : namesIn(texts);
  const flags = [...new Set([...planned, ...(owns === 'all' ? all : owns)])];
  return [
    '## PM zone',
    '',
    'PMs can touch:',
    '- `**`',
    ...eventFiles.map((path) => `- \`${path}\` (additions only)`),
    '',
    '### Pilot roster',
    '',
    '| PM | Email | Feature folders | Flags | Reviewers | Engineering DRI | Product DRI |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    `| Maya Rivera (@maya-rivera) | maya@harbor.example | ${listCode(folders)} | ${listCode(flags)} | @harbor/growth | @erin-okafor | @paul-adeyemi |`,
    '',
    '### Settings',
    '',
    '**Controls:** standard  ',
    '**Size limit:** 500 files, 20000 lines  ',
    ...(flagFiles ? [`**Flag files:** ${listCode(flagFiles)}  `] : []),
    '**Base branch:** main',
    '',
  ].join('\n');
}

function listCode(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

function namesIn(texts: readonly string[]): readonly string[] {
  const names = texts.flatMap((text) => text.match(/[A-Za-z][\w.-]{2,79}/g) ?? []);
  let length = 0;
  // A policy with a line of more than 20,000 characters says nothing.
  return [...new Set(names)]
    .filter((name) => !structure.has(name) && (length += name.length + 4) < 15_000)
    .slice(0, 900);
}

/** A complete and approved planning doc for a case. */
export function casePlan({ plan = {} }: Case): string {
  const { folder = 'product', flag = 'none', level = 'copy' } = plan;
  const lines = [
    '# PLANNING: A small change',
    '',
    '**Status:** Approved  ',
    '**Product DRI:** @paul-adeyemi  ',
    '**Engineering DRI:** @erin-okafor  ',
    '**Design DRI:** none  ',
    `**Flag:** ${flag === 'none' ? 'none, because a word on a page cannot be turned off by itself' : `\`${flag}\``}  `,
    `**Feature folder:** \`${folder}\`  `,
    `**Level:** ${level}  `,
    '**Target ship date:** 2025-04-14  ',
    '**Last updated:** 2025-04-02',
  ];
  const sections: readonly (readonly [string, string])[] = [
    ['TL;DR', 'Say it better.'],
    ['Problem', 'Two of three people give up at this place, as support hears each week.'],
    [
      'Hypothesis',
      'If we say it better, then second tries rise by 15 %, because two of three people now give up after the first.',
    ],
    ['Users and use cases', 'Everybody who comes to this page for the first time and looks for the way on.'],
    [
      'Success metrics',
      '- **Primary:** second tries rise by 15 %\n- **Guardrail:** support requests stay within 5 %\n- **Kill condition:** fewer than 20 % of tries end well within the first week',
    ],
    ['Kill condition', 'Turn it off if fewer than 20 % of tries end well within the first week.'],
    ['Scope', '- **In:** this change.\n- **Out:** everything else.'],
    ['Test plan', 'Open the page in two languages, with the flag on and off, and read it.'],
    ['Telemetry', 'The event of a second try, which is there already.'],
    [
      'Rollout and rollback',
      '- **Rollout:** 10 %, 50 %, 100 %\n- **Rollback:** turn it off; it takes seconds and needs no release.',
    ],
    ['Rollback', '- **Rollback:** revert it; it takes minutes.'],
    ['Sign-off', '- **Engineering DRI:** @erin-okafor\n- **Product DRI:** @paul-adeyemi'],
  ];
  return [...lines, ...sections.flatMap(([title, text]) => ['', `## ${title}`, '', text]), ''].join('\n');
}
