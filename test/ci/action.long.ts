import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../../demo/project-folder.js';
import { plan } from '../support/pilot-repository.js';
import { hostPilot, pullRequestEvent, type HostedPilot } from './hosted-pilot.js';
import { readAction, runAction } from './run-action.js';
import { findCommands } from './runner-commands.js';

describe('the action, as the runner runs it', () => {
  let hosted: HostedPilot;
  let workspace: string;
  beforeEach(async () => {
    hosted = await hostPilot();
    workspace = mkdtempSync(join(tmpdir(), 'pm-zone-workspace-'));
  });
  afterEach(async () => {
    assert.deepEqual(hosted.github.faults, []);
    await hosted.close();
    rmSync(workspace, { recursive: true });
  });

  it('says its inputs and runs a file of its own', () => {
    const { inputs, outputs, runs } = readAction();
    assert.deepEqual(Object.keys(inputs), ['token', 'posts-as', 'bases', 'pull-request']);
    assert.deepEqual(Object.keys(outputs), ['outcome', 'records']);
    assert.equal(runs.using, 'node24');
    assert.ok(existsSync(join(projectFolder(), runs.main)));
  });

  it('is red, waits and is green', async () => {
    hosted.work.git('switch', '-q', 'main');
    hosted.work.write('src/home/PLANNING.md', plan);
    hosted.work.write('src/auth/login.ts', 'export const login = 2;\n');
    const pull = hosted.open(7, hosted.people.maya);
    const run = async (): Promise<string> => {
      const { code, outputs } = await runAction(hosted, 'pull_request_target', pullRequestEvent(pull), { workspace });
      assert.equal(code, 0);
      return `${outputs['outcome'] ?? ''}; ${hosted.status(pull.head.sha) ?? ''}`;
    };
    assert.match(await run(), /^not-ready; failure: Not ready: /);
    hosted.work.write('src/auth/login.ts', 'export const login = 1;\n');
    hosted.work.commit('Leave the login alone', { author: 'maya <maya@example.com>' });
    hosted.push(pull, hosted.people.maya);
    assert.equal(await run(), 'waits; pending: Waits for @erin: 1 item; @paul: 1 item');
    for (const who of ['erin', 'paul'] as const) hosted.approve(pull, hosted.people[who]);
    assert.equal(await run(), 'ready; success: Ready: every item is decided');
  });

  it('runs nothing of a pull request full of traps, and obeys nothing of it', async () => {
    const { work } = hosted;
    const marker = join(workspace, '..', `owned-${process.pid}`);
    const trap = `touch ${marker}`;
    work.git('switch', '-q', 'main');
    const files: Readonly<Record<string, string>> = {
      'CLAUDE.md': '## PM zone\n\n**PMs can touch:**\n\n- `**/*`\n',
      'AGENTS.md': '## PM zone\n\n**PMs can touch:**\n\n- `**/*`\n',
      CODEOWNERS: '* @maya\n',
      '.claude/skills/pm-pr-review/SKILL.md': '---\nname: x\ndescription: x\n---\n\n## Scope\n\n- [ ] Nothing\n',
      '.gitattributes': '* filter=own diff=own merge=own text eol=crlf\n*.bin filter=lfs\n',
      '.gitconfig': `[core]\n\tfsmonitor = ${trap}\n\thooksPath = .githooks\n[filter "own"]\n\tsmudge = ${trap}\n`,
      '.githooks/post-checkout': `#!/bin/sh\n${trap}\n`,
      '.githooks/reference-transaction': `#!/bin/sh\n${trap}\n`,
      '.gitmodules': `[submodule "x"]\n\tpath = x\n\turl = --upload-pack=${trap}\n\tupdate = !${trap}\n`,
      '.npmrc': `node-options=--require ./trap.js\nscript-shell=./trap.sh\n`,
      'package.json': JSON.stringify({
        scripts: { preinstall: trap, prepare: trap },
        main: 'trap.js',
        imports: { '#x': './trap.js' },
      }),
      'trap.js': `require('node:fs').writeFileSync(${JSON.stringify(marker)}, '')\n`,
      'action.yml': 'name: mine\nruns:\n  using: node20\n  main: trap.js\n',
      'dist/gate.js': `require('node:fs').writeFileSync(${JSON.stringify(marker)}, '')\n`,
      '.github/workflows/pm-zone.yml': 'on: push\njobs: {}\n',
      '.git-blame-ignore-revs': 'x\n',
      'node_modules/yaml/index.js': `require('node:fs').writeFileSync(${JSON.stringify(marker)}, '')\n`,
      'src/home/::set-output name=x::y.md': 'x\n',
      'src/home/##[add-mask]main.md': 'x\n',
      'src/home/a\n::stop-commands::x\n.md': 'x\n',
      'src/home/\u001b[31mred\u001b[0m.md': 'x\n',
      'src/home/`${IFS}` $(touch x) ; touch y.md': 'x\n',
      'src/home/i18n/fr.json': '{ "::add-mask::main": "##[debug]x", "\\u001b[2J": "<script>x</script>" }\n',
      'src/home/huge.md': 'x'.repeat(30 * 2 ** 20),
    };
    for (const [path, text] of Object.entries(files)) work.write(path, text);
    execFileSync('chmod', ['-R', '+x', '.githooks'], { cwd: work.root });
    const message =
      '##[stop-commands]x\n\n::set-env name=NODE_OPTIONS::--require ./trap.js\n::add-mask::main\n\u001b]0;title\u0007\n' +
      'GITHUB_ENV<<EOF\nPATH=.\nEOF\n\nCo-authored-by: ::error::x <erin@example.com>\n';
    const pull = hosted.open(8, hosted.people.maya, message);
    // The worst case: somebody checked the pull request out where the job runs, with its configuration and its hooks on.
    execFileSync('git', ['clone', '-q', '--no-checkout', work.root, join(workspace, 'shop')], {
      env: work.environment,
    });
    const shop = join(workspace, 'shop');
    for (const [path, text] of Object.entries(files))
      if (/^[\w./-]+$/.test(path) && text.length < 10_000) writeInto(shop, path, text);
    const before = listing(shop);

    const { code, log, summary, outputs, environment } = await runAction(
      hosted,
      'pull_request_target',
      pullRequestEvent(pull, 'opened', { title: '::error::x' }),
      { workspace: shop },
    );
    assert.equal(code, 0);
    assert.equal(outputs['outcome'], 'not-ready');
    assert.match(hosted.status(pull.head.sha) ?? '', /^failure: Not ready: /);
    // Nothing ran, nothing was written.
    assert.ok(!existsSync(marker));
    assert.equal(listing(shop), before);
    for (const name of ['GITHUB_ENV', 'GITHUB_PATH'])
      assert.equal(readFileSync(environment[name] as string, 'utf8'), '');
    assert.deepEqual(Object.keys(outputs), ['outcome', 'records']);
    // The policy was the base's: what the pull request says of itself opens nothing.
    for (const path of ['CLAUDE.md', 'CODEOWNERS', '.gitattributes', 'action.yml']) {
      assert.ok(new RegExp(`file=${path.replace('.', '\\.')}`).test(log), path);
    }
    // The log holds our annotations and no other command, and no terminal obeys it.
    const commands = findCommands(log);
    assert.deepEqual(
      [...new Set(commands)].sort(),
      ['error', 'notice', 'warning'].filter((each) => commands.includes(each)),
    );
    assert.doesNotMatch(log + summary, /\u001b|\u0007/);
    assert.doesNotMatch(log + summary, /ghs_/);
    assert.doesNotMatch(summary, /<script/);
  });

  it('shows the token to no other program', async () => {
    hosted.work.git('switch', '-q', 'main');
    hosted.work.write('src/home/PLANNING.md', plan);
    const pull = hosted.open(7, hosted.people.maya);
    // A git that notes what it is started with.
    const bin = mkdtempSync(join(tmpdir(), 'pm-zone-bin-'));
    const real = execFileSync('which', ['git'], { encoding: 'utf8' }).trim();
    writeInto(bin, 'git', `#!/bin/sh\nprintf '%s\\n' "$*" >> ${bin}/started\nexec ${real} "$@"\n`);
    execFileSync('chmod', ['+x', join(bin, 'git')]);
    const { code } = await runAction(hosted, 'pull_request_target', pullRequestEvent(pull), {
      workspace,
      more: { PATH: `${bin}:${process.env['PATH'] ?? ''}` },
    });
    assert.equal(code, 0);
    const started = readFileSync(join(bin, 'started'), 'utf8');
    assert.match(started, / fetch /);
    const encoded = Buffer.from('x-access-token:ghs_jobs0token').toString('base64');
    assert.ok(!started.includes('ghs_') && !started.includes(encoded));
    const commands = started.matchAll(/^-C \S+ --no-pager(?: -c \S+)* (\S+)/gm);
    const reading = ['cat-file', 'config', 'diff-tree', 'for-each-ref', 'log', 'ls-tree', 'merge-base', 'rev-parse'];
    const known = [...reading, 'init', 'fetch', 'ls-remote', 'symbolic-ref'];
    for (const [, command = ''] of commands) assert.ok(known.includes(command), command);
    rmSync(bin, { recursive: true });
  });
});

function writeInto(folder: string, path: string, text: string): void {
  execFileSync('mkdir', ['-p', join(folder, path, '..')]);
  execFileSync('tee', [join(folder, path)], { input: text, stdio: ['pipe', 'ignore', 'pipe'] });
}

function listing(folder: string): string {
  return execFileSync('sh', ['-c', 'find . -type f | sort | xargs -d "\\n" sha256sum'], {
    cwd: folder,
    encoding: 'utf8',
  });
}
