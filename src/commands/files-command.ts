import { describeCondition } from '../policy/explain-standing.js';
import type { Judgement, Standing } from '../policy/policy.js';
import { describeReason } from '../policy/describe-reason.js';
import type { PolicySession } from '../policy/policy-session.js';
import { createFolderFinder, listTracked, type TrackedPaths } from '../git/list-tracked.js';
import {
  UsageError,
  textOption,
  type Command,
  type ExitCode,
  type ParsedArguments,
  type CommandHost,
} from './command.js';
import { pathFromRoot } from './path-from-root.js';
import { escapeJson } from '../text/escape-json.js';
import { printable } from '../text/printable.js';
import { createBatchJudge } from '../policy/tracked-judge.js';
import { toStandingJson } from './standing-json.js';
import { warnOfPolicyErrors, withPolicySession } from './with-policy-session.js';

/** Output is buffered up to this many characters. */
const bufferSize = 1 << 16;

/** The standing of paths, in the order asked. */
export const filesCommand: Command = {
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
    withPolicySession(typed, world, {}, async (session): Promise<ExitCode> => {
      const tracked = await listTracked(session.repository);
      const asked = await askedPaths(typed, world, session, tracked);
      const wanted = (['locked', 'editable', 'pair'] as const).filter((standing) => typed.values[standing] === true);
      const write = typed.values['format'] === 'json' ? json() : text();
      // A folder need not be typed with a slash; lists, which are long, are taken as they are.
      const isFolder = typed.positionals.length > 0 ? createFolderFinder(tracked.paths) : (): boolean => false;
      writeStandings(session, tracked, { asked, isFolder }, wanted, write, world);
      warnOfContext(session, textOption(typed, 'as'), world);
      return warnOfPolicyErrors(session, world) ? 2 : 0;
    }),
};

async function askedPaths(
  typed: ParsedArguments,
  world: CommandHost,
  session: PolicySession,
  tracked: TrackedPaths,
): Promise<readonly string[]> {
  if (typed.values['z'] === true && typed.values['stdin'] !== true)
    throw new UsageError('-z says how paths end on standard input: it goes with --stdin.');
  if (typed.values['stdin'] === true) {
    if (typed.positionals.length > 0) throw new UsageError('give paths or --stdin, not both.');
    const input = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await world.readStdin());
    const paths =
      typed.values['z'] === true
        ? input.split('\0')
        : input.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
    return paths.filter((path) => path !== '').map((path) => pathFromRoot(session.repository.prefix, path));
  }
  if (typed.positionals.includes('')) throw new UsageError('a path is empty here: name one, or leave it out.');
  if (typed.positionals.length > 0)
    return typed.positionals.map((path) => pathFromRoot(session.repository.prefix, path));
  return tracked.paths;
}

type WriteStanding = (path: string, judgement: Judgement) => string;

function writeStandings(
  session: PolicySession,
  tracked: TrackedPaths,
  { asked, isFolder }: { readonly asked: readonly string[]; readonly isFolder: (path: string) => boolean },
  wanted: readonly Standing[],
  write: WriteStanding,
  world: CommandHost,
): void {
  const judge = createBatchJudge(session, tracked, asked);
  let buffer = '';
  for (const path of asked) {
    const judgement = judge(isFolder(path) ? `${path}/` : path);
    if (wanted.length > 0 && !wanted.includes(judgement.standing)) continue;
    buffer += write(path, judgement);
    if (buffer.length > bufferSize) {
      world.write(escapeJson(buffer));
      buffer = '';
    }
  }
  world.write(escapeJson(buffer));
}

/** Many paths share a judgement, so the text before and after the path is rendered once for each judgement. */
function memoizedWriter(
  render: (judgement: Judgement) => { readonly before: string; readonly after: string },
  quote: (path: string) => string,
): WriteStanding {
  const rendered = new WeakMap<Judgement, ReturnType<typeof render>>();
  return (path, judgement) => {
    let parts = rendered.get(judgement);
    if (parts === undefined) {
      parts = render(judgement);
      rendered.set(judgement, parts);
    }
    return `${parts.before}${quote(path)}${parts.after}\n`;
  };
}

const json = (): WriteStanding =>
  memoizedWriter(
    (judgement) => ({ before: '{"path":', after: `,${JSON.stringify(toStandingJson(judgement)).slice(1)}` }),
    JSON.stringify,
  );

const text = (): WriteStanding =>
  memoizedWriter((judgement) => {
    const [reason] = judgement.because;
    const place = reason === undefined || reason.line === 0 ? '' : ` (${reason.file}:${reason.line})`;
    const requirements = judgement.conditions
      .filter((condition) => condition.kind !== 'feature-folder')
      .map(describeCondition);
    const condition = requirements.length === 0 ? '' : `, as long as ${requirements.join(' and ')}`;
    return {
      before: `${judgement.standing.padEnd(8)}  `,
      after: printable(`  ${describeReason(judgement)}${condition}${place}`),
    };
  }, printable);

function warnOfContext(
  { policy, asking, repository }: PolicySession,
  as: string | undefined,
  world: CommandHost,
): void {
  const [tip] = policy.tips;
  if (policy.tips.every((each) => each.zone === undefined)) {
    world.warn('pm-zone: no PM zone was found in CLAUDE.md, so no path is editable for a PM here.');
  } else if (policy.preview) {
    world.warn(
      'pm-zone: this is a preview by the files of the working copy; the branch that everybody works from has no PM zone yet.',
    );
  } else if (asking.kind === 'not-on-roster') {
    const claimed = as ?? repository.settings.get('as');
    const who =
      asking.names[0] === undefined
        ? claimed === undefined
          ? 'git’s settings do not say who you are'
          : `“${printable(claimed)}” is no address like maya@example.com and no handle like @maya`
        : `${printable(asking.names[0])} is not on the list of PMs of ${printable(tip.ref)}`;
    world.warn(`pm-zone: ${who}; shown is what a PM without feature folders may do.`);
  }
}
