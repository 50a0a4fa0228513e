import type { ComplianceFacts } from '../compliance-facts.js';
import type { Block, Line, PaperSection } from '../paper.js';
import {
  doctorCommand,
  fewOf,
  figure,
  gitOfPath,
  joined,
  linesCommand,
  placeSpan,
  quoteShell,
  showCommand,
  stateSpan,
} from './paper-words.js';

/** Point 5: the audit trail from the PLANNING.md commit to the flag flip, with where it ends. */
export function trailPoint(facts: ComplianceFacts): PaperSection {
  return {
    title: 'Point 5: The audit trail from the PLANNING.md commit to the flag flip',
    blocks: [...steps(facts), ...plans(facts), ...flags(facts)],
  };
}

function steps({ host, gateFiles, pageOf, tip }: ComplianceFacts): readonly Block[] {
  const status = host?.lines.find(({ id }) => id === 'required-status');
  const gate: Line =
    gateFiles.length === 0
      ? ['no workflow of it is at its usual place, .github/workflows/pm-zone.yml']
      : joined(gateFiles.map((path) => placeSpan({ pageOf }, path)));
  return [
    {
      kind: 'table',
      head: ['step', 'what keeps it', 'now'],
      rows: [
        [['Intent'], ['the commit that brings the planning doc to the base'], ['git, below']],
        [['Approval of the plan'], ['the approvals of the plan’s own pull request'], ['the host; the gate reads them']],
        [['Implementation'], ['the commits of the pull request, and the gate’s record of it'], ['the gate: ', ...gate]],
        [
          ['Merge'],
          ['the required status'],
          status === undefined ? ['the host was not asked'] : [stateSpan(status.state), `: ${status.said}`],
        ],
        [
          ['Flip of the flag'],
          ['a commit where the flag’s state stands in the repository, else the log of the flag system'],
          ['below, as far as the repository tells; PM Zone does not read a flag system’s log'],
        ],
      ],
    },
    {
      kind: 'commands',
      commands: [
        `git ls-tree -r --full-tree --name-only ${tip.commit} .github/workflows/   # the gate’s is called pm-zone`,
        ...(host === undefined ? [] : [`pm-zone doctor --head ${tip.commit} --host   # “Required check”`]),
      ],
    },
  ];
}

function plans(facts: ComplianceFacts): readonly Block[] {
  const { plans: all, morePlans, tip } = facts;
  if (all.length === 0) {
    return [
      { kind: 'heading', text: 'Planning docs' },
      { kind: 'text', line: ['The commit has none.'] },
      { kind: 'commands', commands: [doctorCommand(facts, '“planningDocs”: how many there are')] },
    ];
  }
  return [
    { kind: 'heading', text: 'Planning docs' },
    {
      kind: 'table',
      head: ['planning doc', 'brought by', 'status that it claims', 'flags', 'what it lacks'],
      rows: all.map(({ path, status, flags: keys, gaps, since }) => [
        [placeSpan(facts, path)],
        [since === undefined ? 'not known' : { code: since.slice(0, 12) }],
        [status ?? 'not read'],
        joined(keys.map((code) => ({ code }))),
        [lacks(status, gaps)],
      ]),
    },
    ...(morePlans === 0
      ? []
      : ([
          { kind: 'text', line: [`${figure(morePlans)} more planning docs were not read.`] },
        ] satisfies readonly Block[])),
    {
      kind: 'commands',
      commands: [
        doctorCommand(facts, '“planningDocs”: how many there are'),
        ...all.flatMap(({ path }) => [
          `${gitOfPath} log --diff-filter=A -1 --format=%H ${tip.commit} -- ${quoteShell(path)}`,
          showCommand(facts, path),
        ]),
      ],
    },
  ];
}

/** Its parts by name: who shows the doc sees that they are not there. */
function lacks(status: string | undefined, gaps: readonly string[]): string {
  if (status === undefined && gaps.length === 0) return 'not read';
  const { shown, more } = fewOf(gaps, mostGaps);
  if (shown.length === 0) return 'nothing';
  return `${shown.join(', ')}${more === 0 ? '' : `, and ${figure(more)} more`}`;
}

const mostGaps = 20;

function flags(facts: ComplianceFacts): readonly Block[] {
  const { flags: all, tip } = facts;
  const heading: Block = { kind: 'heading', text: 'Flags of the PMs' };
  if (all === undefined)
    return [
      heading,
      { kind: 'text', line: ['There are too many flag files to read: their states are not told here.'] },
    ];
  if (all.length === 0) return [heading, { kind: 'text', line: ['No flag is listed for a PM.'] }];
  const files = [...new Set(all.flatMap(({ places }) => places.map(({ path }) => path)))];
  const absent = all.filter(({ places }) => places.length === 0);
  return [
    heading,
    {
      kind: 'table',
      head: ['flag', 'PM', 'state in the repository'],
      rows: all.map(({ flag, pm, places }) => [
        [{ code: flag }],
        [pm],
        places.length === 0
          ? ['in no file that was read']
          : places.flatMap(({ path, line, state }, at): Line => [
              ...(at === 0 ? [] : [', ']),
              `${state === 'unknown' ? 'not told' : state} at `,
              placeSpan(facts, path, line),
            ]),
      ]),
    },
    {
      kind: 'commands',
      commands: [
        doctorCommand(facts, '“pms”: whose flags they are'),
        ...files.flatMap((path) => [
          linesCommand(facts, path),
          `${gitOfPath} log -p --format=fuller ${tip.commit} -- ${quoteShell(path)}   # who turned what on, and when`,
        ]),
        ...absent.map(
          ({ flag }) => `git grep -n -F -e ${quoteShell(flag)} ${tip.commit}   # where else it stands, if anywhere`,
        ),
      ],
    },
  ];
}
