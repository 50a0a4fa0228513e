import type { Command } from './command.js';

/** The gate in a job of GitHub Actions: what `action.yml` runs. */
export const gateCommand: Command = {
  name: 'gate',
  summary: 'judge the pull requests that a CI job was started for, and tell the host (docs/gate.md)',
  usage: '',
  formats: ['text'],
  options: {},
  help: [],
  positionals: 'none',
  run: async (_typed, world) => {
    const { runJob } = await import('../ci/run-job.js');
    return runJob(world);
  },
};
