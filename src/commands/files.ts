import { createJudge } from '../policy/judge.js';
import { fold } from '../policy/fold.js';
import type { Judgement, Standing } from '../policy/policy.js';
import type { OpenZone } from '../policy/open-zone.js';
import { findCollisions } from '../change/collisions.js';
import { listTracked, type TrackedFile } from '../change/list-tracked.js';
import { CannotRun, type Command, type Typed, type World } from './command.js';
import { fromRoot } from './from-root.js';
import { printable } from '../review/format/printable.js';
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
    withZone(typed, world, {}, async (zone) => {
      const tracked = await listTracked(zone.repository);
      const asked = await askedPaths(typed, world, zone, tracked);
      const wanted = (['locked', 'editable', 'pair'] as const).filter((standing) => typed.values[standing] === true);
      const write = typed.values['format'] === 'json' ? jsonWriter() : textWriter;
      writeStandings(zone, tracked, asked, wanted, write, world);
      sayWhoAndWhat(zone, world);
      return warnOfErrors(zone, world) ? 2 : 0;
    }),
};

async function askedPaths(
  typed: Typed,
  world: World,
  zone: OpenZone,
  tracked: readonly TrackedFile[],
): Promise<readonly string[]> {
  if (typed.values['stdin'] === true) {
    if (typed.positionals.length > 0) throw new CannotRun('give paths or --stdin, not both.');
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await world.readStdin());
    const paths =
      typed.values['z'] === true
        ? text.split('\0')
        : text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
    return paths.filter((path) => path !== '').map((path) => fromRoot(zone.repository.prefix, path));
  }
  if (typed.positionals.length > 0) return typed.positionals.map((path) => fromRoot(zone.repository.prefix, path));
  return tracked.map((file) => file.path);
}

type WriteStanding = (path: string, judgement: Judgement) => string;

function writeStandings(
  zone: OpenZone,
  tracked: readonly TrackedFile[],
  asked: readonly string[],
  wanted: readonly Standing[],
  write: WriteStanding,
  world: World,
): void {
  const modes = new Map(tracked.map((file) => [file.path, file.mode]));
  const collisions = findCollisions(
    tracked.map((file) => file.path),
    asked,
    fold,
  );
  const judge = createJudge(zone.policy, zone.asking, { collides: (path) => collisions.get(path) });
  let text = '';
  for (const path of asked) {
    const mode = modes.get(path);
    const judgement = path.endsWith('/')
      ? judge.judgeFolder(path.slice(0, -1))
      : judge.judge(path, mode === undefined ? {} : { mode });
    if (wanted.length > 0 && !wanted.includes(judgement.standing)) continue;
    text += write(path, judgement);
    if (text.length > writeSize) {
      world.write(text);
      text = '';
    }
  }
  world.write(text);
}

/** Judgements are shared by many paths, so what follows the path is made once for each. */
function jsonWriter(): WriteStanding {
  const rests = new WeakMap<Judgement, string>();
  return (path, judgement) => {
    let rest = rests.get(judgement);
    if (rest === undefined) {
      const { standing, conditions, owners, because } = judgement;
      const words = conditions.map((condition) => (condition.kind === 'free-text' ? condition.text : condition.kind));
      rest = JSON.stringify({ standing, conditions: [...new Set(words)], owners, because }).slice(1);
      rests.set(judgement, rest);
    }
    return `{"path":${JSON.stringify(path)},${rest}\n`;
  };
}

const textWriter: WriteStanding = (path, { standing, conditions, because }) => {
  const [reason] = because;
  const source = reason === undefined || reason.line === 0 ? '' : ` (${reason.file}:${reason.line})`;
  const demands =
    conditions.length === 0
      ? ''
      : ` [${[...new Set(conditions.map((condition) => (condition.kind === 'free-text' ? condition.text : condition.kind)))].join(', ')}]`;
  return `${printable(`${standing.padEnd(8)}  ${path}${demands}  ${reason?.text ?? ''}${source}`.trimEnd())}\n`;
};

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
