import { describeUnasked, holders, judgeControls } from '../../controls/judge-controls.js';
import type { ControlLine, ControlState } from '../../controls/host-line.js';
import { lastNameOf } from '../../text/path-names.js';
import type { ComplianceFacts } from '../compliance-facts.js';
import type { Block, Line, PaperSection } from '../paper.js';
import { controlPlaces, type RestsOn } from './control-places.js';
import { doctorCommand, figure, linesCommand, stateSpan } from './paper-words.js';
import { findPlace, settingRows } from './setting-rows.js';

/** What is so of one thing that the control framework asks for. */
interface Row {
  readonly asks: string;
  readonly state: ControlState;
  readonly now: Line;
  /** What in the repository says so. */
  readonly on: RestsOn;
}

/** Point 1: the control framework, each thing that it asks for with what is so now. */
export function frameworkPoint(facts: ComplianceFacts): PaperSection {
  const { host, tip, gateFiles } = facts;
  const { zone, skill } = tip;
  const rows = frameworkRows(facts);
  const asked: readonly Block[] =
    host === undefined
      ? [
          {
            kind: 'text',
            line: [
              { strong: 'The host was not asked.' },
              ' What its rules hold is therefore open in this document: ',
              { code: 'pm-zone compliance --host' },
              ' asks it.',
            ],
          },
        ]
      : [
          { kind: 'heading', text: 'What the host said' },
          {
            kind: 'text',
            line: [
              'Read of the branch ',
              { code: host.branch },
              ' of ',
              { text: host.page, link: host.page },
              ' with one token. What it may not see is said, and counts as nothing.',
            ],
          },
          {
            kind: 'table',
            head: ['what has to hold', 'now', 'what was read', 'where it is set'],
            rows: host.lines.map(({ what, state, said, page }) => [
              [what],
              [stateSpan(state)],
              [said],
              [{ text: lastNameOf(page), link: page }],
            ]),
          },
          { kind: 'commands', commands: [`pm-zone doctor --head ${tip.commit} --host`] },
        ];
  return {
    title: 'Point 1: The control framework',
    blocks: [
      {
        kind: 'text',
        line: [
          'What runs on a PM’s computer is guidance: they can get round it. A control is what the host enforces. A row says “enforced” only where every rule that it rests on was read and is set.',
        ],
      },
      {
        kind: 'table',
        head: ['what the framework asks', 'now', 'by what, or what is missing', 'file and line'],
        rows: rows.map(({ asks, state, now, on }) => [
          [asks],
          [stateSpan(state, host !== undefined)],
          now,
          controlPlaces(facts, on),
        ]),
      },
      {
        kind: 'commands',
        commands: [
          doctorCommand(
            facts,
            '“pms”: the flags of each PM; “rules”: the forbids, of which those without a “gap” are backed; “checklist”: the items',
          ),
          ...[zone.file, ...(skill === undefined ? [] : [skill.path]), ...gateFiles].map((file) =>
            linesCommand(facts, file),
          ),
        ],
      },
      ...asked,
      { kind: 'heading', text: 'Settings of the policy' },
      { kind: 'table', head: ['setting', 'value', 'where'], rows: settingRows(facts) },
      { kind: 'commands', commands: settingFiles(facts).map((file) => linesCommand(facts, file)) },
    ],
  };
}

/** The policy's file, and what it imports settings from. */
function settingFiles({ tip: { zone } }: ComplianceFacts): readonly string[] {
  return [...new Set([zone.file, ...(zone.settingsAt ?? []).map(({ file }) => file)])];
}

function frameworkRows(facts: ComplianceFacts): readonly Row[] {
  const { host, rules, tip } = facts;
  const forbids = rules.filter(({ rule }) => rule.effect === 'forbid');
  const unbacked = forbids
    .filter(({ gap }) => gap !== undefined)
    .map(({ rule: { file = tip.zone.file, line } }) => `${file}:${line}`);
  const controls = judgeControls(host?.lines, { forbids: forbids.length, unbacked });
  const control = (id: string): ControlLine => controls.find((each) => each.id === id) as ControlLine;
  const ofControl = (asks: string, id: string, on: RestsOn, ...more: Line): Row => {
    const { state, said } = control(id);
    return { asks, state, now: [said, ...more], on };
  };
  const ofHost = (asks: string, id: string, by: string, on: RestsOn): Row => {
    const line = host?.lines.find((each) => each.id === id);
    return line === undefined
      ? { asks, state: 'unread', now: [describeUnasked(by)], on }
      : { asks, state: line.state, now: [line.said], on };
  };
  const named = (asks: string, on: Named, state: ControlState, says: string, without: string): Row => {
    const isNamed = findPlace(tip.zone, on.settings[0]) !== undefined;
    return isNamed ? { asks, state, now: [says], on } : { asks, state: 'not-set', now: [without], on };
  };
  const flags = facts.examination.people.flatMap(({ person }) => person?.flags ?? []);
  return [
    ofHost('No PM merges a change of theirs; a separate reviewer for every merge', 'author-alone', holders.reviews, {
      roster: true,
    }),
    ofHost('PMs work on branches of their own and never push to the base', 'pushers', holders.branch, {
      settings: ['base branch'],
    }),
    ofControl('One group by which access is taken away', 'branches', { roster: true }),
    ofControl('PMs stay in their zone and feature folders', 'zone', {
      zone: true,
      roster: true,
      checks: ['zone'],
      gate: true,
    }),
    ofControl('A planning doc justifies every change, before its code', 'plan-first', {
      settings: ['planning docs'],
      checks: ['planning-linked', 'planning-first', 'planning-complete'],
      gate: true,
    }),
    ofControl(
      'Behind a flag, and only flags of the PM’s own',
      'flags',
      { settings: ['flag files'], roster: true, checks: ['flag-gated', 'flag-owned', 'flag-safe'], gate: true },
      ` ${figure(flags.length)} ${flags.length === 1 ? 'flag is' : 'flags are'} listed for PMs (point 4).`,
    ),
    ofControl('Engineering DRI and product DRI sign off in the pull request', 'sign-offs', {
      roster: true,
      checks: ['sign-off'],
      gate: true,
    }),
    ofControl(
      'Paths that PMs cannot touch are held by code owners',
      'protected-paths',
      { forbids: true, checks: ['codeowners'] },
      ` ${figure(forbids.length - unbacked.length)} of ${figure(forbids.length)} forbids are backed in CODEOWNERS (point 2).`,
    ),
    named(
      'Audit logging and monitoring are locked for PMs',
      { settings: ['audit log'] },
      control('zone').state,
      'Locked by the policy, and held by what holds the zone.',
      'The policy names no “Audit log”; only forbids that cover it lock it.',
    ),
    named(
      'No protected data in the pilot',
      { settings: ['protected data'], checks: ['protected-data'] },
      'guidance',
      'Terms are named, and no check looks for them: the engineering DRI confirms it on each change.',
      'No term is named, and no check looks for protected data: the engineering DRI confirms it on each change.',
    ),
    ofControl('A trail from the plan to the flag’s flip', 'trail', { gate: true }),
    named(
      'Incidents: who is told, and the flag is the way back',
      { settings: ['incident contacts'] },
      'guidance',
      'Contacts are named, and PM Zone tells nobody by itself.',
      'The policy names no “Incident contacts”.',
    ),
    ofControl('The part of AI is disclosed', 'ai-disclosure', { checks: ['ai-disclosed', 'ai-understood'] }),
  ];
}

/** What rests on a setting first of all. */
interface Named extends RestsOn {
  readonly settings: readonly [string];
}
