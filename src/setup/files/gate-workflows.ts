import type { ProposedFile } from '../proposed-file.js';

/** The gate's two workflows as docs/gate.md has them put on a repository: with a release's commit, and the branch that everybody works from. */
export function writeGateWorkflows(release: string, branch: string, isDefault = true): readonly ProposedFile[] {
  const number = 'pull-request: ${{ inputs.pull-request }}\n';
  const text = gate
    .replace(number, isDefault ? number : `${number}          bases: ${branch}\n`)
    .replace('0'.repeat(40), release)
    .replace(' # put the commit of the release here', '')
    .replace('branches: [main]', `branches: [${branch}]`);
  return [
    { path: '.github/workflows/pm-zone.yml', before: undefined, after: text },
    { path: '.github/workflows/pm-zone-wake.yml', before: undefined, after: wake },
  ];
}

/** What templates/github/pm-zone.yml holds; a test compares them. */
const gate = `# The gate. Copy it to .github/workflows/pm-zone.yml of the default branch. What makes it binding is set up on the host: docs/gate-binding.md.
name: PM Zone
on:
  # Takes this file from the default branch, so that a pull request cannot change it. Types that are no default: all but the first three.
  pull_request_target:
    types: [opened, synchronize, reopened, edited, ready_for_review, converted_to_draft, closed]
  # A review wakes the workflow of pm-zone-wake.yml, and that one wakes this.
  workflow_run:
    workflows: [PM Zone wake]
    types: [requested]
  # The policy may have changed: all open pull requests are judged again.
  push:
    branches: [main]
  schedule:
    - cron: '23 * * * *'
  workflow_dispatch:
    inputs:
      pull-request:
        description: Judge this one pull request, by its number
        type: string
permissions: {}
# One run at a time for each head; of those that wait the newest is enough, since a run reads what is true when it begins.
concurrency:
  group: pm-zone-\${{ github.event.pull_request.head.sha || github.event.workflow_run.head_sha || 'all' }}
  cancel-in-progress: false
jobs:
  judge:
    name: PM Zone judges
    runs-on: ubuntu-latest
    timeout-minutes: 60
    permissions:
      contents: read
      pull-requests: read
      statuses: write
    steps:
      # No checkout: the gate fetches commits itself and runs nothing of them.
      - name: Judge
        id: gate
        uses: pm-zone/pm-zone@0000000000000000000000000000000000000000 # put the commit of the release here
        with:
          pull-request: \${{ inputs.pull-request }}
      - name: Keep the record
        if: always() && steps.gate.outputs.records != ''
        uses: actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0
        with:
          name: pm-zone-record
          path: \${{ steps.gate.outputs.records }}
          if-no-files-found: ignore
`;

/** The same of templates/github/pm-zone-wake.yml. */
const wake = `# Does nothing but wake the gate: on a review or in a merge queue GitHub runs the pull request's own version of a workflow, so nothing may be
# decided here. Copy it to .github/workflows/pm-zone-wake.yml of the default branch. Its name is the one that pm-zone.yml waits for.
name: PM Zone wake
on:
  pull_request_review:
    types: [submitted, edited, dismissed]
  merge_group:
    types: [checks_requested]
permissions: {}
jobs:
  wake:
    name: PM Zone wakes
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions: {}
    steps:
      - name: Do nothing
        run: 'true'
`;
