import { parseArgs } from 'node:util';
import { UsageError, type Command, type ExitCode, type ParsedArguments, type CommandHost } from './commands/command.js';
import { errorSentence } from './commands/error-sentence.js';
import { loadAllCommands, commandLoaders } from './commands/command-list.js';
import { version } from './policy/version.js';
import { printable } from './text/printable.js';

const common = {
  cwd: { type: 'string' },
  as: { type: 'string' },
  format: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/**
 * Runs `pm-zone` with its arguments and returns the exit code: 0 ready, 1 not ready, 2 could not run (design §7).
 * An expected error becomes one sentence on standard error, never a stack trace.
 */
export async function main(argv: readonly string[], host: CommandHost): Promise<ExitCode> {
  // Names and texts of a repository stand in every second warning: no terminal obeys what is in them.
  const world = { ...host, warn: (line: string) => host.warn(printable(line)) };
  try {
    return await run(argv, world);
  } catch (error) {
    world.warn(`pm-zone: ${errorSentence(error)}`);
    return 2;
  }
}

async function run([name, ...rest]: readonly string[], world: CommandHost): Promise<ExitCode> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    world.write(overview(await loadAllCommands()));
    return name === undefined ? 2 : 0;
  }
  if (name === '--version') {
    world.write(`pm-zone ${version}\n`);
    return 0;
  }
  const load = commandLoaders.get(name);
  if (load === undefined) {
    world.warn(`pm-zone: there is no command ${name}. Run pm-zone --help for the list.`);
    return 2;
  }
  const command = await load();
  const typed = parseFor(command, rest, world);
  if (typed.values['help'] === true) {
    world.write(helpFor(command));
    return 0;
  }
  return command.run(typed, world);
}

function parseFor(command: Command, args: readonly string[], world: CommandHost): ParsedArguments {
  try {
    return parse(command, args);
  } catch (error) {
    command.refuse?.(args, errorSentence(error), world);
    throw error;
  }
}

function parse(command: Command, args: readonly string[]): ParsedArguments {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      options: { ...common, ...command.options },
      allowPositionals: true,
      strict: true,
      tokens: true,
    });
  } catch (error) {
    const reason = String(error).replace(/^[^:]*: |(?:\. |\.?\n).*$/gs, '');
    const [, named] = /^Option '(?:-\w, )?(--[\w-]+).* argument (?:missing|is ambiguous)$/.exec(reason) ?? [];
    throw usageError(command, named === undefined ? reason : `${named} needs a value`);
  }
  const { tokens, ...typed }: ParsedArguments & { readonly tokens: typeof parsed.tokens } = parsed;
  const options: Command['options'] = { ...common, ...command.options };
  const given = tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []));
  const twice = given.find((name, at) => options[name]?.multiple !== true && given.indexOf(name) < at);
  if (twice !== undefined) throw usageError(command, `--${twice} is given more than once, and only one can count`);
  const empty = Object.keys(typed.values).find((name) => [typed.values[name]].flat().includes(''));
  if (empty !== undefined) throw usageError(command, `--${empty} needs a value`);
  const format = typed.values['format'];
  if (typeof format === 'string' && !command.formats.includes(format)) {
    throw new UsageError(`pm-zone ${command.name} has no format ${format}; it has ${command.formats.join(', ')}.`);
  }
  const most = command.positionals === 'none' ? 0 : command.positionals === 'one' ? 1 : Infinity;
  if (typed.positionals.length > most) {
    throw usageError(command, `pm-zone ${command.name} does not take ${typed.positionals.slice(most).join(' ')}`);
  }
  return typed;
}

function usageError(command: Command, why: string): UsageError {
  return new UsageError(`${why}. Run pm-zone ${command.name} --help for what it takes.`);
}

function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  return [
    'pm-zone: what a product manager may change here, and whether their change is ready',
    '',
    'Usage: pm-zone COMMAND [options]',
    '',
    ...commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`),
    '',
    'Every command takes --cwd DIR (run there), --as WHO (judge as this e-mail or handle), --format and --help.',
    'Exit codes: 0 ready, 1 not ready, 2 could not run, 3 waits for named people (review of a pull request).',
    '',
  ].join('\n');
}

function helpFor(command: Command): string {
  const lines: readonly (readonly [string, string])[] = [
    ...command.help,
    ['--format F', command.formats.join(', ')],
    ['--as WHO', 'judge as this e-mail address or handle'],
    ['--cwd DIR', 'run in this folder'],
  ];
  const width = Math.max(...lines.map(([left]) => left.length));
  return [
    command.summary,
    '',
    `Usage: pm-zone ${command.name} ${command.usage}`.trimEnd(),
    '',
    ...lines.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`),
    '',
    'Exit codes: 0 ready, 1 not ready, 2 could not run.',
    '',
  ].join('\n');
}
