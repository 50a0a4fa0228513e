import { basename, dirname } from 'node:path';
import { inspectHook, listNames, replaceFile } from '../git/hook-files.js';
import { readBoundedFile } from '../git/read-bounded-file.js';
import { isRunnable } from './hooks/own-hook.js';
import { GuardError, type GuardRuntime, type GuardUser } from './guard-outcome.js';

/** Programs that are recorded, the newest first: one that is gone by now gives way to the next. */
const mostPrograms = 4;

interface Recorded {
  readonly editor: string | undefined;
  readonly node: string | undefined;
  readonly programs: readonly string[];
}

/**
 * Records for the hooks what PM Zone can be started with: the file `runtimes`, a `key=path` a line. An editor's own Node and the
 * Node of a command line each leave the other's as it is.
 */
export async function recordRuntimes(folder: string, { program, runtime, isEditor }: GuardUser): Promise<void> {
  if (/[\n\r]/.test(program + runtime)) {
    throw new GuardError('The folder that PM Zone lies in has a line break in its name. Install it in another folder.');
  }
  const known = await readRuntimes(folder);
  const { editor, node } = isEditor ? { ...known, editor: runtime } : { ...known, node: runtime };
  const programs = [...new Set([program, ...known.programs])].filter((each) => each !== '').slice(0, mostPrograms);
  const lines = [
    ...(editor === undefined ? [] : [`editor=${editor}`]),
    ...(node === undefined ? [] : [`node=${node}`]),
    ...programs.map((each) => `program=${each}`),
  ];
  await replaceFile(`${folder}/runtimes`, `${lines.join('\n')}\n`, 0o644);
}

/** Whether the hooks know this very program and what runs it, so that there is nothing to record. */
export async function isRuntimeRecorded(folder: string, { program, runtime, isEditor }: GuardUser): Promise<boolean> {
  const { editor, node, programs } = await readRuntimes(folder);
  return (isEditor ? editor : node) === runtime && programs[0] === program;
}

/** What a hook would run with; the same order as in `guard.sh`. `undefined`: it would refuse. */
export async function findRuntime(
  folder: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<GuardRuntime | undefined> {
  const { editor, node } = await readRuntimes(folder);
  if (editor !== undefined && (await isProgram(editor))) return { kind: 'editor', place: editor };
  if (node !== undefined && (await isProgram(node))) return { kind: 'node', place: node };
  for (const each of (environment['PATH'] ?? '').split(':')) {
    if (each !== '' && (await isProgram(`${each}/node`))) return { kind: 'path', place: `${each}/node` };
  }
  return undefined;
}

/** Is there a PM Zone that a hook would start? As in `guard.sh`, a folder with another version in its name counts. */
export async function isProgramThere(folder: string): Promise<boolean> {
  for (const program of (await readRuntimes(folder)).programs) {
    if (await isFile(program)) return true;
    const [, prefix] = /^(.*)-[0-9]/.exec(program) ?? [];
    if (prefix === undefined) continue;
    const [parent, start] = [dirname(prefix), `${basename(prefix)}-`];
    for (const name of await listNames(parent)) {
      const isVersion = name.startsWith(start) && /^[0-9]/.test(name.slice(start.length));
      if (isVersion && (await isFile(`${parent}/${name}/dist/pm-zone.js`))) return true;
    }
  }
  return false;
}

async function readRuntimes(folder: string): Promise<Recorded> {
  const lines = (await readBoundedFile(`${folder}/runtimes`, 2 ** 16))?.toString('utf8').split('\n') ?? [];
  const all = (key: string): string[] =>
    lines.flatMap((line) => (line.startsWith(`${key}=`) ? [line.slice(key.length + 1)] : []));
  return { editor: all('editor')[0], node: all('node')[0], programs: all('program') };
}

function isFile(place: string): Promise<boolean> {
  return inspectHook(place).then(
    ({ kind }) => kind === 'file' || kind === 'link',
    () => false,
  );
}

function isProgram(place: string): Promise<boolean> {
  return inspectHook(place).then(isRunnable, () => false);
}
