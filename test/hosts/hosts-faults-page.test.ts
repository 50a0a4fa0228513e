import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../demo/project-folder.js';
import { defaultLimits } from '../../src/hosts/http/host-limits.js';
import { allFaults } from './faults.js';
import { heldGithub, heldGitlab } from './held-readers.js';
import { startHeldGitlab } from '../opening/held-gitlab-opening.js';
import { openWith, startHeldOpening, stepsOf, type HeldOpening, type Seen } from '../opening/held-opening.js';
import {
  progressWith,
  startGithubProgress,
  startGitlabProgress,
  wholeProgress,
  type HeldProgress,
  type SeenProgress,
} from '../opening/held-progress.js';
import { readWhole, readWith, type HeldReader } from './held-to-faults.js';

/** `PM_ZONE_WRITE_DOCS=1` writes the page anew. */
const write = process.env['PM_ZONE_WRITE_DOCS'] === '1';
const page = 'docs/hosts-faults.md';

describe(page, () => {
  let github: HeldReader;
  let gitlab: HeldReader;
  let onGithub: HeldOpening;
  let onGitlab: HeldOpening;
  let githubProgress: HeldProgress;
  let gitlabProgress: HeldProgress;
  before(async () => {
    onGithub = await startHeldOpening();
    onGitlab = await startHeldGitlab();
    githubProgress = await startGithubProgress();
    gitlabProgress = await startGitlabProgress();
    github = await heldGithub();
    gitlab = await heldGitlab();
  });
  after(async () => {
    const all = [github, gitlab, onGithub, onGitlab, githubProgress, gitlabProgress];
    for (const { server } of all) await server.stop();
  });

  it('says what becomes of each fault', async () => {
    const text = [
      '# When a host does not answer as it should',
      '',
      'What the gate does when GitHub or GitLab, or what stands between, fails. Written by `test/hosts/hosts-faults-page.test.ts`, which plays each row.',
      '',
      'A request that failed on the other side, was cut or put off is made again, twice at most, within what the host itself asks to wait and two',
      'minutes in all. A change, such as posting a status, is made again only where the host said that it put it off. Whatever is left is said in one',
      'sentence, and none of them repeats what the host wrote.',
      '',
      '## What is said',
      '',
      '| what happens | what is said |',
      '| --- | --- |',
      ...(await sentences(github)),
      '',
      '## What becomes of the evidence',
      '',
      'Where a request of the left column is refused for ever. Without evidence the gate cannot run (exit 2); what is not known leaves open, by name,',
      'what hangs on it.',
      '',
      ...(await table('GitHub', github)),
      '',
      ...(await table('GitLab', gitlab)),
      '',
      '## What becomes of a pull request',
      '',
      '`pm-zone pr` opens a pull request, or a merge request on GitLab, or renews the one that is open, by the requests of the first table of each host:',
      'there each is refused for ever (403). In the second the one that opens it goes wrong in every way, and the host had done what it was asked for, or',
      'had not. `test/opening/opening-faults.long.ts` plays every fault at every request, both ways, and the end of the process before and after each: there',
      'never were two, what people had written in the description was never lost, and after the next run all of it was there.',
      '',
      '### On GitHub',
      '',
      ...(await openingTables(onGithub)),
      '',
      '### On GitLab',
      '',
      ...(await openingTables(onGitlab)),
      '',
      '## What becomes of who reviewed it',
      '',
      'VS Code asks how an open pull request stands when the PM says so, and from then on by itself. Each request is refused for ever (403), then the',
      'first goes wrong in every way; it is waited as long too where any other is answered so. `test/opening/progress-faults.test.ts` plays every fault at',
      'every request.',
      '',
      '### From GitHub',
      '',
      ...(await progressTables(githubProgress)),
      '',
      '### From GitLab',
      '',
      ...(await progressTables(gitlabProgress)),
      '',
    ].join('\n');
    const file = join(projectFolder(), page);
    if (write) writeFileSync(file, text);
    assert.equal(readFileSync(file, 'utf8'), text, 'PM_ZONE_WRITE_DOCS=1 writes it anew');
  });
});

/** Each fault at the first request of all. */
async function sentences(reader: HeldReader): Promise<readonly string[]> {
  const [path = ''] = (await readWhole(reader)).asked;
  const rows: string[] = [];
  for (const fault of allFaults(reader.secret)) {
    const result = await readWith(reader, path, fault);
    // A page said to be followed by others means nothing where one thing is asked for.
    if ('trouble' in result) rows.push(`| ${fault.name} | ${inTruth(result.trouble.sentence.replaceAll(path, '…'))} |`);
  }
  return rows;
}

/** The bounds that hold outside of tests. */
function inTruth(sentence: string): string {
  const { milliseconds, bytes } = defaultLimits;
  return sentence
    .replace(/0\.[13] seconds/, `${milliseconds / 1000} seconds`)
    .replace('2 MB', `${bytes / 1_000_000} MB`);
}

async function table(host: string, reader: HeldReader): Promise<readonly string[]> {
  reader.server.seen.length = 0;
  reader.server.fault = () => undefined;
  const { asked } = await readWhole(reader);
  const refusal = allFaults(reader.secret).find(({ name }) => name === '403: no permission');
  assert(refusal !== undefined);
  const rows: string[] = [];
  for (const path of asked) {
    const result = await readWith(reader, path, refusal);
    const outcome =
      'trouble' in result ? 'no evidence' : `not known: ${result.value.unread.map(({ part }) => part).join(', ')}`;
    rows.push(`| \`${decodeURIComponent(path)}\` | ${outcome} |`);
  }
  return [`| ${host} | what becomes of the evidence |`, '| --- | --- |', ...rows];
}

async function openingTables(held: HeldOpening): Promise<readonly string[]> {
  return [
    '| refused | what is said | there is |',
    '| --- | --- | --- |',
    ...(await openingRows(held)),
    '',
    '| at the request that opens it | where the host opened it | where it did not |',
    '| --- | --- | --- |',
    ...(await openingFaultRows(held)),
  ];
}

async function openingRows(held: HeldOpening): Promise<readonly string[]> {
  const fault = allFaults(held.secret).find(({ name }) => name === '403: no permission');
  assert(fault !== undefined);
  const rows: string[] = [];
  for (const step of new Set([...(await stepsOf(held, false)), ...(await stepsOf(held, true))])) {
    const isOpen = !(await stepsOf(held, false)).includes(step);
    held.reset(isOpen);
    rows.push(`| \`${step}\` | ${saidOf(await openWith(held, step, fault, false))} | ${thereOf(held)} |`);
  }
  return rows;
}

async function openingFaultRows(held: HeldOpening): Promise<readonly string[]> {
  const rows: string[] = [];
  for (const fault of allFaults(held.secret)) {
    const seen: string[] = [];
    for (const isHeard of [true, false]) {
      held.reset(false);
      seen.push(saidOf(await openWith(held, held.opener, fault, isHeard)));
      assert.equal(held.seen().length, isHeard ? 1 : 0);
    }
    rows.push(`| ${fault.name} | ${seen.join(' | ')} |`);
  }
  return rows;
}

function saidOf(seen: Seen): string {
  if ('sentence' in seen) return inTruth(seen.sentence);
  const { labelsLeft, reviewersLeft, unfinished, notes } = seen.opened;
  const left = [...labelsLeft, ...reviewersLeft].map(({ what, why }) => `${what}: ${why}.`);
  const all = [...left, ...notes, ...unfinished];
  return all.length === 0 ? 'nothing: it goes on' : inTruth(all.join(' ').replace(/\/\d{2,}(?= )/g, '/N'));
}

function thereOf(held: HeldOpening): string {
  const [pull] = held.seen();
  if (pull === undefined) return 'none';
  const left = /Still to be set or asked for by hand/.test(pull.body) ? ', what is left named in it' : '';
  return `one${pull.draft ? ', a draft' : ''}${left}`;
}

async function progressTables(held: HeldProgress): Promise<readonly string[]> {
  const { steps } = await wholeProgress(held);
  const [first = ''] = steps;
  const faults = allFaults(held.secret);
  const refusal = faults.find(({ name }) => name === '403: no permission');
  assert(refusal !== undefined);
  const refused: string[] = [];
  for (const step of steps) refused.push(`| \`${step}\` | ${progressCells(await progressWith(held, step, refusal))} |`);
  const failed: string[] = [];
  for (const fault of faults)
    failed.push(`| ${fault.name} | ${progressCells(await progressWith(held, first, fault))} |`);
  return [
    '| refused | what is said | asked again by itself |',
    '| --- | --- | --- |',
    ...refused,
    '',
    '| at the first request | what is said | asked again by itself |',
    '| --- | --- | --- |',
    ...failed,
  ];
}

function progressCells(seen: SeenProgress): string {
  if ('sentence' in seen)
    return `${inTruth(seen.sentence).replace(/\/\d+(?=[/ ])/g, '/N')} | ${seen.again === undefined ? 'no' : `after ${seen.again} minutes`}`;
  return `${seen.progress.gate?.outcome === 'unread' ? 'the gate: not read' : 'nothing: it goes on'} | after 5 minutes or more`;
}
