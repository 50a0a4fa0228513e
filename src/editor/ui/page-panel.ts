import { window, type ViewColumn, type WebviewPanel } from 'vscode';

/** One page in a tab of the editor. */
export interface PagePanel {
  /** `undefined` while it is closed. */
  readonly current: () => WebviewPanel | undefined;
  /** Opens it, or brings it to the front where it is. */
  readonly open: () => WebviewPanel;
  readonly dispose: () => void;
}

/** What a command gives that opens a page. */
export interface ShownPage {
  /** Whether it can be seen now: VS Code's own list of tabs may be behind. */
  readonly isShown: () => boolean;
}

/**
 * `commands` are those that links of the page may run; scripts run only where the page says so. `keeps`: what is typed on it is kept
 * while another tab hides it.
 */
export function createPagePanel(
  id: string,
  column: ViewColumn,
  commands: readonly string[] = [],
  enableScripts = false,
  keeps = false,
): PagePanel {
  let panel: WebviewPanel | undefined;
  const create = (): WebviewPanel => {
    const enableCommandUris = commands.length > 0 && commands;
    const options = {
      enableScripts,
      enableCommandUris,
      enableFindWidget: true,
      retainContextWhenHidden: keeps,
      localResourceRoots: [],
    };
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
