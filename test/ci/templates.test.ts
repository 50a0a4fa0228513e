import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { projectFolder } from '../../demo/project-folder.js';
import { planWork } from '../../src/ci/plan-work.js';
import { readAction } from './run-action.js';

interface Job {
  readonly name: string;
  readonly if?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly environment?: unknown;
  readonly steps: readonly { readonly uses?: string; readonly run?: string; readonly with?: Record<string, unknown> }[];
}

interface Workflow {
  readonly name: string;
  readonly on: Readonly<
    Record<string, { readonly types?: readonly string[]; readonly workflows?: readonly string[] } | null>
  >;
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const folder = join(projectFolder(), 'templates', 'github');
const texts = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
const workflows = new Map([...texts].map(([name, text]) => [name, parse(text) as Workflow]));
const workflow = (name: string): Workflow => workflows.get(name) as Workflow;
const gates = ['pm-zone.yml', 'pm-zone-app.yml'];

describe('the workflows for GitHub', () => {
  it('are these', () => {
    assert.deepEqual([...texts.keys()].sort(), [...gates, 'pm-zone-preview.yml', 'pm-zone-wake.yml'].sort());
  });

  it('have no right that is not written out, and no more than the job needs', () => {
    const rights = (name: string): unknown => Object.values(workflow(name).jobs).map(({ permissions }) => permissions);
    for (const { permissions } of workflows.values()) assert.deepEqual(permissions, {});
    assert.deepEqual(rights('pm-zone.yml'), [{ contents: 'read', 'pull-requests': 'read', statuses: 'write' }]);
    assert.deepEqual(rights('pm-zone-app.yml'), [{}]);
    assert.deepEqual(rights('pm-zone-preview.yml'), [{ contents: 'read', 'pull-requests': 'read' }]);
    assert.deepEqual(rights('pm-zone-wake.yml'), [{}]);
  });

  it('check nothing out, pin each action by its commit, and put no expression into a script', () => {
    for (const [name, text] of texts) {
      assert.doesNotMatch(text, /actions\/checkout/, name);
      for (const [, action = ''] of text.matchAll(/\buses: (\S+)/g))
        assert.match(action, /^[\w-]+\/[\w-]+@[0-9a-f]{40}$/, name);
      for (const { steps } of Object.values(workflow(name).jobs)) {
        for (const { run = '' } of steps) assert.doesNotMatch(run, /\$\{\{/, name);
      }
    }
  });

  it('give the action inputs that it has', () => {
    const inputs = Object.keys(readAction().inputs);
    for (const { jobs } of workflows.values()) {
      for (const { steps } of Object.values(jobs)) {
        const ours = steps.filter(({ uses }) => uses?.startsWith('pm-zone/pm-zone@'));
        for (const step of ours)
          for (const name of Object.keys(step.with ?? {})) assert.ok(inputs.includes(name), name);
      }
    }
  });

  it('wake the gate by the name that it waits for, on what changes a verdict', () => {
    for (const name of gates) {
      const { on } = workflow(name);
      assert.deepEqual(on['workflow_run'], { workflows: [workflow('pm-zone-wake.yml').name], types: ['requested'] });
      assert.deepEqual(on['pull_request_target']?.types, [
        'opened',
        'synchronize',
        'reopened',
        'edited',
        'ready_for_review',
        'converted_to_draft',
        'closed',
      ]);
    }
    const { on, jobs } = workflow('pm-zone-wake.yml');
    assert.deepEqual(Object.keys(on), ['pull_request_review', 'merge_group']);
    assert.deepEqual(on['pull_request_review']?.types, ['submitted', 'edited', 'dismissed']);
    assert.deepEqual(
      jobs['wake']?.steps.map(({ run }) => run),
      ['true'],
    );
  });

  it('run on events that the gate judges on', () => {
    const head = 'a'.repeat(40);
    const payload = {
      pull_request: { number: 1, head: { sha: head }, base: { ref: 'main' } },
      workflow_run: { event: 'pull_request_review', head_sha: head, head_branch: 'x' },
    };
    const kinds = (name: string): readonly string[] =>
      Object.keys(workflow(name).on).map((event) => planWork({ name: event, payload }).kind);
    for (const name of gates) assert.deepEqual(kinds(name), ['pull-request', 'head', 'all', 'all', 'all']);
    assert.deepEqual(kinds('pm-zone-preview.yml'), ['preview']);
  });

  it('name no job like a status, and skip none', () => {
    for (const { jobs } of workflows.values()) {
      for (const { name, if: condition } of Object.values(jobs)) {
        assert.doesNotMatch(name, /^pm-zone \(/);
        assert.equal(condition, undefined);
      }
    }
  });

  it('differ between a token and an App in nothing but that', () => {
    const [plain, app] = gates.map((name) => workflow(name)) as [Workflow, Workflow];
    assert.deepEqual(plain.on, app.on);
    const { steps, environment } = app.jobs['judge'] as Job;
    assert.deepEqual(environment, { name: 'pm-zone', deployment: false });
    assert.deepEqual(steps[0]?.with, {
      'client-id': '${{ vars.PM_ZONE_CLIENT_ID }}',
      'private-key': '${{ secrets.PM_ZONE_PRIVATE_KEY }}',
      'permission-contents': 'read',
      'permission-members': 'read',
      'permission-pull-requests': 'read',
      'permission-statuses': 'write',
    });
    assert.deepEqual(steps.slice(2), plain.jobs['judge']?.steps.slice(1));
  });
});

describe('the component for GitLab', () => {
  const text = readFileSync(join(projectFolder(), 'templates', 'pm-zone', 'template.yml'), 'utf8');
  const [header, body] = parseAllDocuments(text).map((each) => each.toJS() as Record<string, unknown>);
  const job = body?.['pm-zone'] as Readonly<Record<string, unknown>>;

  it('says its inputs, and uses each', () => {
    const { inputs } = header?.['spec'] as {
      readonly inputs: Readonly<Record<string, { readonly description: string }>>;
    };
    const used = [...text.matchAll(/\$\[\[ inputs\.([\w-]+) \]\]/g)].map(([, name]) => name);
    assert.deepEqual([...new Set(used)].sort(), Object.keys(inputs).sort());
  });

  it('checks nothing out and downloads nothing', () => {
    assert.equal((job['variables'] as Record<string, string>)['GIT_STRATEGY'], 'none');
    assert.deepEqual(job['script'], ['node /opt/pm-zone/dist/pm-zone.js gate']);
  });
});
