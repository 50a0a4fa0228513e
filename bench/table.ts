import { short } from './data-sets.js';
import type { CommitCell } from './commit.js';
import type { EditorFigures } from './editor.js';
import type { DoctorRow } from './doctor.js';
import type { FilesRow } from './files.js';
import type { GateCell } from './gate.js';
import type { LensesRow } from './lenses.js';
import type { OpeningCell } from './opening.js';
import type { Matching } from './matching.js';
import type { ReviewCell } from './review.js';
import type { UseRow } from './half-hour.js';
import type { PmStepsCell } from './pm-steps.js';
import type { WorktreeRow } from './worktree.js';
import type { Comparison } from './comparison.js';
import { stepNames } from './play-steps.js';
import type { Spread } from './statistics.js';
import type { Target } from './targets.js';

/** One matching: paths a second, and how many times slower than the floor and than the best peer (below 1: faster). */
export function matchingTable({ set, rules, compile, rows }: Matching, reasons: ReadonlyMap<string, string>): string {
  const best = Math.min(...rows.filter(({ role }) => role === 'peer').map(({ cost }) => cost.median));
  const lines = rows.map(({ name, role, cost, toFloor, extrapolated, agreement }) => [
    name,
    `${short(1e9 / cost.median)}${extrapolated ? '*' : ''}`,
    role === 'floor' ? '' : times(toFloor),
    role === 'floor' ? '' : (cost.median / best).toPrecision(3),
    agreement === undefined
      ? ''
      : `${agreement.different} of ${agreement.asked}${reasonFor(agreement.different, reasons.get(name))}`,
  ]);
  return [
    `${set.name}: ${short(set.pathCount)} paths, ${short(rules)} rules; read and compiled in ${milliseconds(compile)} ms`,
    ...columns([['', 'paths/s', 'cost ÷ floor', '÷ best peer', 'different owners'], ...lines]),
    '',
  ].join('\n');
}

export function filesTable(rows: readonly FilesRow[]): string {
  return [
    'pm-zone files, whole command, against node starting an empty script plus git ls-files -z',
    ...columns([
      ['', 'floor ms', 'pm-zone ms', '÷ floor'],
      ...rows.map(({ set, floor, ours, toFloor }) => [
        set.name,
        milliseconds(floor),
        milliseconds(ours),
        times(toFloor),
      ]),
    ]),
    '',
  ].join('\n');
}

export function doctorTable(rows: readonly DoctorRow[]): string {
  return [
    'pm-zone doctor, whole command, beside pm-zone files',
    ...columns([
      ['', 'files ms', 'doctor ms', '÷ files'],
      ...rows.map(({ set, files, doctor, toFiles }) => [
        set.name,
        milliseconds(files),
        milliseconds(doctor),
        times(toFiles),
      ]),
    ]),
    '',
  ].join('\n');
}

export function worktreeTable({ files, status, review, toStatus, memory }: WorktreeRow): string {
  return [
    'pm-zone review of what is not staged, beside git status of it',
    ...columns([
      ['', 'git status ms', 'review ms', '÷ git status', 'MB'],
      [
        `${files} changed files`,
        milliseconds(status),
        milliseconds(review),
        times(toStatus),
        (memory.median / 1e6).toFixed(0),
      ],
    ]),
    '',
  ].join('\n');
}

export function reviewTable(cells: readonly ReviewCell[]): string {
  return [
    'pm-zone review --staged, against node starting an empty script plus the same git commands by themselves',
    ...columns([
      [
        '',
        'files',
        'node ms',
        'floor ms',
        'without secrets ms',
        ...against,
        'with secrets ms',
        ...against,
        'git commands',
      ],
      ...cells.map((cell) => [
        cell.repository,
        String(cell.files),
        milliseconds(cell.node),
        milliseconds(cell.floor),
        ...compared(cell.without),
        ...compared(cell.withSecrets),
        cell.git.join(' '),
      ]),
    ]),
    '',
  ].join('\n');
}

/** What stands after the time of something that has a floor. */
const against = ['÷ floor', 'processor ms over it'];

function compared({ elapsed, toFloor, processorOver }: Comparison): readonly string[] {
  return [milliseconds(elapsed), times(toFloor), Number.isNaN(processorOver) ? '–' : processorOver.toFixed(0)];
}

export function commitTable(cells: readonly CommitCell[]): string {
  return [
    'git commit of 20 files with the commit guard, over hooks that do nothing; the floor is that of the review',
    ...columns([
      ['', 'commit ms', 'floor ms', 'added without secrets ms', ...against, 'added with secrets ms', ...against],
      ...cells.map((cell) => [
        cell.repository,
        milliseconds(cell.plain),
        milliseconds(cell.floor),
        ...compared(cell.without),
        ...compared(cell.withSecrets),
      ]),
    ]),
    '',
  ].join('\n');
}

export function gateTable({ review, gate }: GateCell): string {
  return [
    'review --base of 20 committed files, and the whole gate on them with what a host says of the pull request',
    ...columns([
      ['review ms', 'gate ms', '÷ review', 'processor ms over it'],
      [milliseconds(review), ...compared(gate)],
    ]),
    '',
  ].join('\n');
}

export function openingTable({ opened, push, besides, processor }: OpeningCell): string {
  return [
    'pm-zone pr from its start to the opened pull request, on this computer',
    ...columns([
      ['opened ms', 'push alone ms', 'besides it ms', 'processor ms besides it'],
      [milliseconds(opened), milliseconds(push), milliseconds(besides), processor.toFixed(0)],
    ]),
    '',
  ].join('\n');
}

export function lensesTable(rows: readonly LensesRow[]): string {
  return [
    'a rule typed into the policy in a real VS Code, from its last key to the words above it',
    ...columns([['', 'ms'], ...rows.map(({ files, typed }) => [`${short(files)} files`, milliseconds(typed)])]),
    '',
  ].join('\n');
}

export function editorTable({ activation, repaint, flickers, ahead, badge, paths, rules }: EditorFigures): string {
  return [
    `the extension in a real VS Code; repainting in a repository of ${short(paths)} files and ${short(rules)} CODEOWNERS rules`,
    ...columns([
      ['', 'ms'],
      ['activation, over an extension that does nothing', milliseconds(activation)],
      ['the first badge, before the first of git’s own', milliseconds(ahead)],
      ['a badge that nobody asked for before', small(badge)],
      ['from a new policy to the last badge that shows it', milliseconds(repaint)],
      ['frames in which a badge that stays was gone', String(flickers)],
    ]),
    '',
  ].join('\n');
}

/** What a PM waits for in each step, beside git alone and beside a window without PM Zone. */
export function stepsTable({ files, steps, git, opening, memory }: PmStepsCell): string {
  const shown = (found: Spread | undefined): string => (found === undefined ? '' : milliseconds(found));
  return [
    `a PM’s steps in a real VS Code, in a repository of ${short(files)} files: from the last key or click to what the screen then shows`,
    ...columns([
      ['', 'ms', 'git alone ms'],
      ...stepNames.map((name) => [name, shown(steps.get(name)), shown(git.get(name))]),
    ]),
    'from asking for the window',
    ...columns([
      ['', 'ms', 'without PM Zone ms'],
      ['the first badge of PM Zone', milliseconds(opening.ours), ''],
      ['the first badge of git', milliseconds(opening.git), milliseconds(opening.gitAlone)],
    ]),
    'the extension host after these steps',
    ...columns([
      ['', 'MB', 'without PM Zone MB'],
      ['memory taken', milliseconds(memory.ours.taken), milliseconds(memory.without.taken)],
      ['memory held', milliseconds(memory.ours.held), milliseconds(memory.without.held)],
    ]),
    '',
  ].join('\n');
}

export function useTable({ minutes, files, turns, ours, without }: UseRow): string {
  const shown = (megabytes: number): string => megabytes.toFixed(0);
  return [
    `the extension host after ${minutes} minutes of use, in a repository of ${short(files)} files (${turns} texts changed and reviewed after the PM’s steps)`,
    ...columns([
      ['', 'MB', 'without PM Zone MB'],
      ['memory taken', shown(ours.taken), shown(without.taken)],
      ['memory held', shown(ours.held), shown(without.held)],
    ]),
    '',
  ].join('\n');
}

export function targetTable(targets: readonly Target[]): string {
  return [
    'Targets',
    ...columns(targets.map(({ promise, value, met }) => [met ? 'met' : 'NOT met', promise, value])),
    '',
  ].join('\n');
}

/** Median, with the range of the middle half in brackets. */
function times({ median, low, high }: Spread): string {
  return `${median.toPrecision(3)} [${low.toPrecision(3)} to ${high.toPrecision(3)}]`;
}

function milliseconds({ median, low, high }: Spread): string {
  return `${median.toFixed(1)} [${low.toFixed(1)} to ${high.toFixed(1)}]`;
}

function small({ median, low, high }: Spread): string {
  return `${median.toFixed(3)} [${low.toFixed(3)} to ${high.toFixed(3)}]`;
}

function reasonFor(different: number, reason: string | undefined): string {
  return different > 0 && reason !== undefined ? ` (${reason})` : '';
}

function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)));
  return rows.map((row) => `  ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')}`.trimEnd());
}
