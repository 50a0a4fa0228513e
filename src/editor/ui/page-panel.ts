import { window, type ViewColumn, type WebviewPanel } from 'vscode';

/** One page in a tab of the editor, without scripts. */
export interface PagePanel {
  /** `undefined` while it is closed. */
  readonly current: () => WebviewPanel | undefined;
  /** Opens it, or brings it to the front where it is. */
  readonly open: () => WebviewPanel;
  readonly dispose: () => void;
}

/** `commands` are those that links of the page may run. */
export function createPagePanel(id: string, column: ViewColumn, commands: readonly string[] = []): PagePanel {
  let panel: WebviewPanel | undefined;
  const create = (): WebviewPanel => {
    const enableCommandUris = commands.length > 0 && commands;
    const options = { enableScripts: false, enableCommandUris, enableFindWidget: true, localResourceRoots: [] };
    const created = window.createWebviewPanel(id, '', column, options);
    created.onDidDispose(() => {
      panel = undefined;
    });
    return created;
  };
  return {
    current: () => panel,
    open: () => {
      if (panel === undefined) panel = create();
      else panel.reveal();
      return panel;
    },
    dispose: () => void panel?.dispose(),
  };
}
