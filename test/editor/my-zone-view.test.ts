import assert from 'node:assert/strict';
import {
  commands,
  extensions,
  TreeItemCollapsibleState,
  Uri,
  window,
  workspace,
  type LogOutputChannel,
  type Tab,
} from 'vscode';
import type { SessionSnapshot } from '../../src/editor/sessions/repository-state.js';
import { createTreeItem } from '../../src/editor/views/tree/node-tree.js';
import { buildZoneNodes, type ZoneNode } from '../../src/editor/views/tree/zone-nodes.js';
import { snapshotOf } from '../../src/editor/sessions/repository-session.js';
import { collectMyZone } from '../../src/presentation/my-zone/my-zone.js';
import { openSessions } from './open-sessions.js';

describe('My zone', () => {
  let log: LogOutputChannel;
  const root = (): Uri => workspace.workspaceFolders?.[0]?.uri ?? Uri.file('/');
  before(() => {
    log = window.createOutputChannel('PM Zone test', { log: true });
  });
  after(() => log.dispose());

  async function open(): Promise<{ readonly snapshot: SessionSnapshot; readonly lines: readonly ZoneNode[] }> {
    const sessions = openSessions(log);
    try {
      const location = await sessions.locate(root());
      await location?.session.ready();
      const snapshot = location && snapshotOf(location.session);
      assert.ok(snapshot);
      const zone = await collectMyZone(snapshot, {
        yieldToOthers: () => Promise.resolve(),
        shouldContinue: () => true,
      });
      assert.ok(zone);
      return { snapshot, lines: buildZoneNodes(zone, snapshot) };
    } finally {
      sessions.dispose();
    }
  }

  function all(lines: readonly ZoneNode[]): readonly ZoneNode[] {
    return lines.flatMap((line) => [line, ...all(line.children())]);
  }

  it('has the feature folder expanded, and what asks for an engineer collapsed', async () => {
    const { snapshot, lines } = await open();
    const items = lines.map((line) => createTreeItem(line, snapshot.root, line.state));
    assert.deepEqual(
      items.map(({ label, description, collapsibleState }) => [label, description, collapsibleState]),
      [
        ['onboarding', '9 files · src/features', TreeItemCollapsibleState.Expanded],
        ['With an engineer', '8 files', TreeItemCollapsibleState.Collapsed],
      ],
    );
  });

  it('gives each line an id of its own, the same in the next reading, and a label to be read aloud', async () => {
    const [one, other] = [await open(), await open()];
    const ids = all(one.lines).map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    assert.deepEqual(
      ids,
      all(other.lines).map(({ id }) => id),
    );
    for (const line of all(one.lines))
      assert.ok(createTreeItem(line, one.snapshot.root, line.state).accessibilityInformation?.label);
  });

  it('opens a file, says why it is editable and what its condition is, and can be asked “Why?”', async () => {
    const { snapshot, lines } = await open();
    const line = all(lines).find(({ resourceUri }) => resourceUri?.path.endsWith('/flags.yaml') === true);
    assert.ok(line);
    const item = createTreeItem(line, snapshot.root, line.state);
    assert.deepEqual(item.command?.arguments?.map(String), [
      Uri.joinPath(root(), 'src/features/onboarding/flags.yaml').toString(),
    ]);
    assert.match(item.tooltip as string, /Yours to edit: .*\n(?:.*\n)?It holds as long as only flags on your row/);
    await extensions.getExtension('pm-zone.pm-zone')?.activate();
    await commands.executeCommand('pmZone.why', line);
    const page = (): Tab | undefined =>
      window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label.includes('flags.yaml'));
    for (const end = Date.now() + 10_000; page() === undefined && Date.now() < end;) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const tab = page();
    assert.ok(tab);
    await window.tabGroups.close(tab);
  });

  it('shows no file that is locked', async () => {
    const { snapshot, lines } = await open();
    const files = all(lines).flatMap(({ context, open: opened }) =>
      context === 'zoneFile' && opened !== undefined ? [opened.path] : [],
    );
    assert.equal(files.length, 17);
    for (const path of files) assert.notEqual(snapshot.judge(path).standing, 'locked');
  });
});
