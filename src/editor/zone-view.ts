import { Disposable, EventEmitter, l10n, Uri, window, type TreeDataProvider, type TreeView } from 'vscode';
import { logTo } from './log-to.js';
import type { MyZone } from '../guide/my-zone.js';
import { noticesOf, type ZoneNotice } from '../guide/zone-notices.js';
import { audienceOf } from './audience.js';
import type { Parts } from './parts.js';
import type { ZoneView } from './repository-state.js';
import { readSettings } from './settings.js';
import { whileVisible } from './while-visible.js';
import { zoneItem } from './zone-item.js';
import { linesBelow, linesOf, type ZoneLine } from './zone-lines.js';
import { viewOf } from './zones.js';

/** The view “My zone”: what she may edit, by feature folder and kind. Each tracked file is judged once, when the view is first seen. */
export function registerZoneView({ current, log }: Pick<Parts, 'current' | 'log'>): Disposable {
  const changed = new EventEmitter<undefined>();
  let shown: { readonly view: ZoneView; readonly zone: MyZone } | undefined;
  let gathering: ZoneView | undefined;

  const provider: TreeDataProvider<ZoneLine> = {
    onDidChangeTreeData: changed.event,
    getChildren: (line) => {
      if (shown === undefined) return [];
      return [...(line === undefined ? linesOf(shown.zone, Uri.file(shown.view.root)) : linesBelow(line))];
    },
    getTreeItem: (line) => {
      if (shown === undefined) throw new Error('A line of a zone that is no longer shown');
      return zoneItem(line, shown.view);
    },
  };
  const tree = window.createTreeView('pmZone.zone', { treeDataProvider: provider, showCollapseAll: true });

  const show = async (): Promise<void> => {
    const zone = current.zone();
    const view = zone?.state?.kind === 'open' && isForPms(zone.state) ? viewOf(zone) : undefined;
    if (view === shown?.view || (view !== undefined && view === gathering)) return;
    gathering = view;
    const found = view && (await gather(view, () => gathering === view));
    if (gathering !== view) return;
    gathering = undefined;
    shown = view === undefined || found === undefined ? undefined : { view, zone: found };
    describe(tree, shown);
    changed.fire(undefined);
  };
  const showLogged = (): void => {
    if (tree.visible) show().catch(logTo(log));
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
    }),
  );
}

function isForPms(state: Parameters<typeof audienceOf>[0]): boolean {
  return audienceOf(state, readSettings()) === 'pm';
}

function gather(view: ZoneView, goesOn: () => boolean): Promise<MyZone | undefined> {
  return Promise.resolve(
    window.withProgress({ location: { viewId: 'pmZone.zone' } }, async () => {
      const { gatherMyZone } = await import('../guide/my-zone.js');
      return gatherMyZone(view, { breathe, goesOn });
    }),
  );
}

/** Lets the extension host do what else is waiting. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function describe(
  tree: TreeView<ZoneLine>,
  shown: { readonly view: ZoneView; readonly zone: MyZone } | undefined,
): void {
  if (shown === undefined) {
    tree.message = '';
    tree.description = '';
    return;
  }
  const { view, zone } = shown;
  tree.description = l10n.t('{0} yours, {1} locked', zone.editable, zone.locked);
  tree.message = [...noticesOf(view).map(noticeWords), ...emptyWords(view, zone)].join('\n');
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
      return l10n.t('Your row of the roster names no feature folders. Ask engineering which ones are yours.');
  }
}

function emptyWords({ tracked }: ZoneView, { editable }: MyZone): readonly string[] {
  if (tracked.paths.length === 0) return [l10n.t('Git tracks no file here yet. What is added to git shows up here.')];
  if (editable > 0) return [];
  return [
    l10n.t(
      'No file here is yours to edit alone. Open the policy to see what is, or work on a file together with an engineer.',
    ),
  ];
}
