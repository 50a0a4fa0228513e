import { Disposable, EventEmitter, l10n, window, type TreeDataProvider, type TreeView } from 'vscode';
import type { Reader } from '../reader/create-reader.js';
import { editorGitEnvironment } from '../ui/editor-git-environment.js';
import { logErrors } from '../ui/log-errors.js';
import type { MyZone } from '../../presentation/my-zone/my-zone.js';
import { collectNotices, type ZoneNotice } from '../../presentation/my-zone/zone-notices.js';
import { audienceOf } from '../sessions/audience.js';
import type { Services } from '../services/services.js';
import type { SessionSnapshot } from '../sessions/repository-state.js';
import { readSettings } from '../ui/editor-settings.js';
import { createTreeItem, whileVisible } from './tree/node-tree.js';
import { buildZoneNodes, type ZoneNode } from './tree/zone-nodes.js';
import { snapshotOf } from '../sessions/repository-session.js';

/** The view “My zone”: what the PM may edit, by feature folder and kind. Each tracked file is judged once, when the view is first seen. */
export function registerMyZoneView({ current, reader, log }: Pick<Services, 'current' | 'reader' | 'log'>): Disposable {
  const changed = new EventEmitter<undefined>();
  let shown: { readonly snapshot: SessionSnapshot; readonly zone: MyZone } | undefined;
  let gathering: SessionSnapshot | undefined;
  let wanted = new AbortController();

  const provider: TreeDataProvider<ZoneNode> = {
    onDidChangeTreeData: changed.event,
    getChildren: (node) => [...(node?.children() ?? (shown ? buildZoneNodes(shown.zone, shown.snapshot) : []))],
    getTreeItem: (node) => createTreeItem(node, shown?.snapshot.root, node.state),
  };
  const tree = window.createTreeView('pmZone.zone', { treeDataProvider: provider, showCollapseAll: true });

  const show = async (): Promise<void> => {
    const session = current.session();
    const snapshot = session?.state?.kind === 'open' && isForPms(session.state) ? snapshotOf(session) : undefined;
    if (snapshot === shown?.snapshot || (snapshot !== undefined && snapshot === gathering)) return;
    wanted.abort();
    wanted = new AbortController();
    gathering = snapshot;
    const known = shown?.snapshot.judge === snapshot?.judge ? shown?.zone : undefined;
    const found = known ?? (snapshot && (await gather(reader, snapshot, wanted.signal)));
    if (gathering !== snapshot) return;
    gathering = undefined;
    shown = snapshot === undefined || found === undefined ? undefined : { snapshot, zone: found };
    describe(tree, shown);
    changed.fire(undefined);
  };
  const showLogged = (): void => {
    if (tree.visible) show().catch(logErrors(log));
  };
  return Disposable.from(
    changed,
    tree,
    whileVisible(tree, () => {
      showLogged();
      return current.onDidChange(showLogged);
    }),
    new Disposable(() => {
      gathering = undefined;
      wanted.abort();
    }),
  );
}

function isForPms(state: Parameters<typeof audienceOf>[0]): boolean {
  return audienceOf(state, readSettings()) === 'pm';
}

function gather(
  reader: Reader,
  { root, policy, asking }: SessionSnapshot,
  signal: AbortSignal,
): Promise<MyZone | undefined> {
  const asked = { root, environment: editorGitEnvironment(), policy, asking };
  const progress = { location: { viewId: 'pmZone.zone' } };
  return Promise.resolve(window.withProgress(progress, () => reader.call('readMyZone', asked, { signal })));
}

function describe(
  tree: TreeView<ZoneNode>,
  shown: { readonly snapshot: SessionSnapshot; readonly zone: MyZone } | undefined,
): void {
  if (shown === undefined) {
    tree.message = '';
    tree.description = '';
    return;
  }
  const { snapshot, zone } = shown;
  tree.description = l10n.t('{0} yours, {1} locked', zone.editable, zone.locked);
  tree.message = [...collectNotices(snapshot).map(noticeWords), ...emptyWords(snapshot, zone)].join('\n');
}

function noticeWords(notice: ZoneNotice): string {
  switch (notice) {
    case 'preview':
      return l10n.t(
        'This is a preview: the policy is not on everybody’s branch yet, so nothing counts as ready. Ask an engineer to merge it.',
      );
    case 'no-commit':
      return l10n.t(
        'Nothing is recorded here (there is no commit yet), so nothing can be compared. Ask an engineer to begin.',
      );
    case 'detached':
      return l10n.t(
        'You are on no branch (git calls it a detached HEAD). Choose “Switch to Another Change…” before you change anything.',
      );
    case 'no-folders':
      return l10n.t('The list of PMs names no feature folders for you. Ask your engineering DRI which ones are yours.');
  }
}

function emptyWords({ tracked }: SessionSnapshot, { editable }: MyZone): readonly string[] {
  if (tracked.paths.length === 0) return [l10n.t('Git tracks no file here yet. What is added to git shows up here.')];
  if (editable > 0) return [];
  return [
    l10n.t(
      'No file here is yours to edit alone. Open the policy to see what is, or work on a file together with an engineer.',
    ),
  ];
}
