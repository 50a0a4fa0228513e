import type { ParseArgsConfig } from 'node:util';
import { escapeJson } from '../text/escape-json.js';
import { printable } from '../text/printable.js';

/** What a command may use of the machine; `bin.ts` provides the real one. */
export interface CommandHost {
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly now: Date;
  /** The file that was started, for hooks that start it again. */
  readonly program?: string | undefined;
  readStdin(): Promise<Uint8Array>;
  /** To standard output, as it is. */
  write(text: string): void;
  /** One line to standard error. */
  readonly warn: (line: string) => void;
  /** How wide the terminal is that standard output is shown in, where it is one. */
  readonly columns?: number | undefined;
  /** One line of progress, where somebody watches a terminal. */
  readonly progress?: ((line: string) => void) | undefined;
  /** Asks whoever sits at the terminal, where somebody does; what is typed, without its end. */
  readonly ask?: ((question: string) => Promise<string>) | undefined;
}

/** The arguments, parsed. Options that take a value are strings, those that may be given again lists of them, the others booleans. */
export interface ParsedArguments {
  readonly values: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;
  readonly positionals: readonly string[];
}

/** 0 ready, 1 not ready, 2 could not run; with evidence 3: the PM's part is done, and named people are waited for (design §7). */
export type ExitCode = 0 | 1 | 2 | 3;

/** One command of the command line; its file has its name. */
export interface Command {
  readonly name: string;
  /** One line for `pm-zone --help`. */
  readonly summary: string;
  /** What follows the command's name. */
  readonly usage: string;
  readonly formats: readonly string[];
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** One line for each option in `--help`. */
  readonly help: readonly (readonly [string, string])[];
  readonly positionals: 'none' | 'one' | 'many';
  /** Answers arguments that cannot be parsed, as they were typed, where more than a sentence on standard error is promised. */
  readonly refuse?: (args: readonly string[], why: string, world: CommandHost) => void;
  run(typed: ParsedArguments, world: CommandHost): Promise<ExitCode>;
}

/** Wrong usage, or a repository that cannot be used: one clear sentence and exit code 2. */
export class UsageError extends Error {}

/** The text of an option that takes a value. */
export function textOption(typed: ParsedArguments, name: string): string | undefined {
  const value = typed.values[name];
  return typeof value === 'string' ? value : undefined;
}

/** The texts of an option that may be given again, in their order. */
export function textOptions(typed: ParsedArguments, name: string): readonly string[] {
  const value = typed.values[name];
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

/** Writes an answer in the format asked for: JSON on one line, or lines for people. Only that one is made. */
export function writeAnswer(
  { values }: ParsedArguments,
  world: CommandHost,
  json: () => unknown,
  lines: () => readonly string[],
): void {
  const text = values['format'] === 'json' ? escapeJson(JSON.stringify(json())) : lines().map(printable).join('\n');
  world.write(`${text}\n`);
}
