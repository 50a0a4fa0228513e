import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectFolder } from '../../demo/project-folder.js';
import { loadWorkflowCheck, type WorkflowCheck } from '../support/load-workflow-check.js';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly environment?: string;
  readonly needs?: string | readonly string[];
  readonly steps?: readonly Step[];
}

interface Workflow {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const folder = join(projectFolder(), '.github', 'workflows');
const texts = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);
const workflows = texts.map(([name, text]) => [name, parse(text) as Workflow] as const);
const jobs = workflows.flatMap(([file, { jobs }]) =>
  Object.entries(jobs).map(([name, job]) => ({ name: `${file}: ${name}`, job, steps: job.steps ?? [] })),
);

const mayWrite = (job: Job): readonly string[] =>
  Object.entries(job.permissions ?? {})
    .filter(([, level]) => level === 'write')
    .map(([scope]) => scope);

describe('the workflows', () => {
  let findErrors: WorkflowCheck;

  before(() => {
    findErrors = loadWorkflowCheck();
  });

  it('are what GitHub takes', async () => {
    for (const [name, text] of texts) assert.deepEqual(await findErrors(name, text), [], name);
    const [[, text] = ['', '']] = texts;
    assert.deepEqual(await findErrors('x', text.replace('contents: read', 'contentz: read')), [
      "x (Line: 10, Col: 3): Unexpected value 'contentz'",
    ]);
  });

  it('pin each action by its commit and say its version', () => {
    for (const [name, text] of texts) {
      for (const [line, action] of text.matchAll(/^.*\buses: *(\S*).*$/gm)) {
        if (action?.startsWith('./') !== true) assert.match(line, /@[\da-f]{40} # v\d+\.\d+\.\d+$/, name);
      }
    }
  });

  it('give no job more than it names, keep no sign-in on the disk, and take no secret', () => {
    for (const [name, { permissions }] of workflows) {
      assert.ok(permissions !== undefined && !Object.values(permissions).includes('write'), name);
    }
    for (const [name, text] of texts) assert.doesNotMatch(text, /secrets\s*[.[:]/, name);
    for (const { name, steps } of jobs) {
      for (const step of steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))) {
        assert.equal(step.with?.['persist-credentials'], false, name);
      }
    }
  });

  it('never run what somebody outside can write: no expression stands in a script', () => {
    for (const { name, steps } of jobs) for (const { run } of steps) assert.doesNotMatch(run ?? '', /\$\{\{/, name);
  });

  it('install exactly what the lock file has, each with its checksum', () => {
    for (const { name, steps } of jobs) {
      for (const { run } of steps) assert.doesNotMatch(run ?? '', /\bnpm (?:i|install|add)\b|\bnpx\b/, name);
    }
    for (const place of ['package-lock.json', 'bench/package-lock.json']) {
      const { packages } = JSON.parse(readFileSync(join(projectFolder(), place), 'utf8')) as {
        readonly packages: Readonly<Record<string, { readonly integrity?: string; readonly link?: boolean }>>;
      };
      for (const [name, { integrity }] of Object.entries(packages)) {
        if (name !== '') assert.match(integrity ?? '', /^sha512-/, `${place}: ${name}`);
      }
    }
  });
});

describe('the release', () => {
  const [, { jobs: release }] = workflows.find(([name]) => name === 'release.yml') ?? ['', { jobs: {} }];
  const scripts = (job: Job | undefined): string => (job?.steps ?? []).map(({ run }) => run ?? '').join('\n');

  it('is signed and published by a job that runs no code of ours or of a dependency', () => {
    const writers = Object.entries(release).filter(([, job]) => mayWrite(job).length > 0);
    assert.deepEqual(
      writers.map(([name, job]) => [name, mayWrite(job)]),
      [
        ['publish', ['id-token', 'attestations']],
        ['announce', ['contents']],
      ],
    );
    for (const [name, job] of writers) {
      assert.doesNotMatch(scripts(job), /npm (?:ci|run|test)|\bnode\b/, name);
      assert.ok(!(job.steps ?? []).some(({ uses }) => uses?.startsWith('actions/checkout@')), name);
    }
    assert.equal(release['publish']?.environment, 'release');
  });

  it('waits for the tests and for two machines that built the same', () => {
    assert.deepEqual(release['publish']?.needs, ['test', 'build']);
    assert.match(scripts(release['build']), /npm ci --ignore-scripts\nnpm run package\n$/);
    assert.match(
      scripts(release['publish']),
      /^\s*diff --recursive [^]*sha256sum --check --strict SHA256SUMS[^]*npm publish .* --provenance/,
    );
    // npm takes `a/b.tgz` for a repository of that name.
    assert.match(scripts(release['publish']), /echo "name=\$PWD\//);
    assert.equal(release['announce']?.needs, 'publish');
  });
});
