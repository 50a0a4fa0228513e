import { conditionWords } from '../policy/explain.js';
import type { Judgement, Standing } from '../policy/policy.js';
import { reasonWords } from '../policy/reason-words.js';
import type { OpenZone } from '../policy/open-zone.js';
import { createFolderFinder } from '../change/list-tracked.js';
import { listTracked, type Tracked } from '../change/list-tracked.js';
import { CannotRun, type Command, type ExitCode, type Typed, type World } from './command.js';
import { fromRoot } from './from-root.js';
import { escapeJson } from '../review/format/escape-json.js';
import { printable } from '../review/format/printable.js';
import { judgeAsked } from '../standing/judge-tracked.js';
import { standingObject } from './standing-object.js';
import { warnOfErrors, withZone } from './start.js';

/** How much is gathered before it is written, in characters. */
const writeSize = 1 << 16;

/** The standing of paths, in the order asked. */
export const files: Command = {
  name: 'files',
  summary: 'the standing of each path: editable, pair (together with an engineer) or locked',
  usage: '[PATH…] [--stdin [-z]] [--locked] [--editable] [--pair]',
  formats: ['text', 'json'],
  options: {
    stdin: { type: 'boolean' },
    z: { type: 'boolean', short: 'z' },
    locked: { type: 'boolean' },
    editable: { type: 'boolean' },
    pair: { type: 'boolean' },
  },
  help: [
    ['PATH…', 'paths, which need not exist; every tracked file where none is named'],
    ['--stdin', 'read paths from standard input, one a line'],
    ['-z', 'with --stdin: paths end in NUL instead of a newline'],
    ['--locked, --editable, --pair', 'only paths of these standings'],
  ],
  positionals: 'many',
  run: (typed, world) =>
    withZone(typed, world, {}, async (zone): Promise<ExitCode> => {
      const tracked = await listTracked(zone.repository);
      const asked = await askedPaths(typed, world, zone, tracked);
      const wanted = (['locked', 'editable', 'pair'] as const).filter((standing) => typed.values[standing] === true);
      const write = typed.values['format'] === 'json' ? json() : text();
      // A folder need not be typed with a slash; lists, which are long, are taken as they are.
      const isFolder = typed.positionals.length > 0 ? createFolderFinder(tracked.paths) : (): boolean => false;
      writeStandings(zone, tracked, { asked, isFolder }, wanted, write, world);
      sayWhoAndWhat(zone, world);
      return warnOfErrors(zone, world) ? 2 : 0;
    }),
};

async function askedPaths(typed: Typed, world: World, zone: OpenZone, tracked: Tracked): Promise<readonly string[]> {
  if (typed.values['z'] === true && typed.values['stdin'] !== true)
    throw new CannotRun('-z says how paths end on standard input: it goes with --stdin.');
  if (typed.values['stdin'] === true) {
    if (typed.positionals.length > 0) throw new CannotRun('give paths or --stdin, not both.');
    const input = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await world.readStdin());
    const paths =
      typed.values['z'] === true
        ? input.split('\0')
        : input.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
    return paths.filter((path) => path !== '').map((path) => fromRoot(zone.repository.prefix, path));
  }
  if (typed.positionals.includes('')) throw new CannotRun('a path is empty here: name one, or leave it out.');
  if (typed.positionals.length > 0) return typed.positionals.map((path) => fromRoot(zone.repository.prefix, path));
  return tracked.paths;
}

type WriteStanding = (path: string, judgement: Judgement) => string;

function writeStandings(
  zone: OpenZone,
  tracked: Tracked,
  { asked, isFolder }: { readonly asked: readonly string[]; readonly isFolder: (path: string) => boolean },
  wanted: readonly Standing[],
  write: WriteStanding,
  world: World,
): void {
  const judge = judgeAsked(zone, tracked, asked);
  let held = '';
  for (const path of asked) {
    const judgement = judge(isFolder(path) ? `${path}/` : path);
    if (wanted.length > 0 && !wanted.includes(judgement.standing)) continue;
    held += write(path, judgement);
    if (held.length > writeSize) {
      world.write(escapeJson(held));
      held = '';
    }
  }
  world.write(escapeJson(held));
}

/** Judgements are shared by many paths, so what stands around the path is made once for each. */
function writer(
  around: (judgement: Judgement) => { readonly before: string; readonly after: string },
  quote: (path: string) => string,
): WriteStanding {
  const made = new WeakMap<Judgement, { readonly before: string; readonly after: string }>();
  return (path, judgement) => {
    let parts = made.get(judgement);
    if (parts === undefined) {
      parts = around(judgement);
      made.set(judgement, parts);
    }
    return `${parts.before}${quote(path)}${parts.after}\n`;
  };
}

const json = (): WriteStanding =>
  writer(
    (judgement) => ({ before: '{"path":', after: `,${JSON.stringify(standingObject(judgement)).slice(1)}` }),
    JSON.stringify,
  );

const text = (): WriteStanding =>
  writer((judgement) => {
    const [reason] = judgement.because;
    const place = reason === undefined || reason.line === 0 ? '' : ` (${reason.file}:${reason.line})`;
    const demands = judgement.conditions.filter((condition) => condition.kind !== 'feature-folder').map(conditionWords);
    const condition = demands.length === 0 ? '' : `, as long as ${demands.join(' and ')}`;
    return {
      before: `${judgement.standing.padEnd(8)}  `,
      after: printable(`  ${reasonWords(judgement)}${condition}${place}`),
    };
  }, printable);

function sayWhoAndWhat({ policy, asking }: OpenZone, world: World): void {
  const [tip] = policy.tips;
  if (policy.tips.every((each) => each.zone === undefined)) {
    world.warn('pm-zone: no PM zone was found in CLAUDE.md, so no path is editable for a PM here.');
  } else if (policy.preview) {
    world.warn('pm-zone: this is a preview by the files of the working copy; the base branch has no PM zone yet.');
  } else if (asking.kind === 'not-on-roster') {
    const who = asking.names[0] ?? 'nobody';
    world.warn(
      `pm-zone: ${printable(who)} is not on the roster of ${printable(tip.ref)}; shown is what a PM without feature folders may do.`,
    );
  }
}
