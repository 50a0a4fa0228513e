import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectFolder } from '../../demo/project-folder.js';
import type { HostedPilot, JobResult } from './hosted-pilot.js';

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string; readonly required: boolean }>>;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly runs: { readonly using: string; readonly main: string };
}

/** What the action's metadata says. */
export function readAction(): Action {
  return parse(readFileSync(join(projectFolder(), 'action.yml'), 'utf8')) as Action;
}

/**
 * Runs the action as GitHub's runner does: the file that `action.yml` names, in a process of its own, with each input or its default as
 * `INPUT_NAME`, in the job's workspace. `github.token` is the job's.
 */
export function runAction(
  hosted: HostedPilot,
  event: string,
  payload: unknown,
  {
    inputs = {},
    workspace,
    more = {},
  }: {
    readonly inputs?: Readonly<Record<string, string>>;
    readonly workspace: string;
    readonly more?: NodeJS.ProcessEnv;
  },
): Promise<JobResult & { readonly environment: NodeJS.ProcessEnv }> {
  const action = readAction();
  const environment = hosted.jobEnvironment(event, payload);
  const token = environment['INPUT_TOKEN'] as string;
  for (const [name, { default: usual = '' }] of Object.entries(action.inputs)) {
    const value = (inputs[name] ?? usual).replace('${{ github.token }}', token);
    environment[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] = value;
  }
  Object.assign(environment, { GITHUB_WORKSPACE: workspace, ...more });
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(projectFolder(), action.runs.main)], {
      cwd: workspace,
      env: environment,
    });
    let log = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (log += part.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ ...hosted.read(environment, code ?? -1, log), environment }));
  });
}
