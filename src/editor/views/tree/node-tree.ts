import {
  Disposable,
  EventEmitter,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCheckboxState,
  TreeItemCollapsibleState,
} from 'vscode';
import type { Uri, Event, TreeDataProvider, TreeView } from 'vscode';
import type { TreeNode } from '../../../presentation/tree/tree-node.js';
import { printableWords } from '../../../text/printable.js';
import { uriInRepository } from '../../sessions/repository-uri.js';

/** A tree view of the sidebar over nodes that are plain data. */
export interface NodeTree extends TreeDataProvider<TreeNode> {
  /** Replaces the nodes; those with the same id stay expanded or collapsed. `root` is the folder that paths are relative to. */
  readonly setNodes: (nodes: readonly TreeNode[], root: string | undefined) => void;
  readonly onDidChangeTreeData: Event<undefined>;
  readonly dispose: () => void;
}

/** What a node says, whatever lies below it. */
type NodeLine = Omit<TreeNode, 'children' | 'expanded'>;

export function createNodeTree(): NodeTree {
  const changed = new EventEmitter<undefined>();
  let roots: readonly TreeNode[] = [];
  let rootFolder: string | undefined;
  let last = '';
  return {
    setNodes: (nodes, root) => {
      const now = JSON.stringify([root, nodes]);
      if (now === last) return;
      last = now;
      roots = nodes;
      rootFolder = root;
      changed.fire(undefined);
    },
    getChildren: (node) => [...(node?.children ?? roots)],
    getTreeItem: (node) => createTreeItem(node, rootFolder, stateOf(node)),
    onDidChangeTreeData: changed.event,
    dispose: () => changed.dispose(),
  };
}

/** What VS Code shows of a node, with what a screen reader says of it. */
export function createTreeItem(node: NodeLine, root: string | undefined, state: TreeItemCollapsibleState): TreeItem {
  // Names of files and texts are a repository's own.
  const item = new TreeItem(printableWords(node.label), state);
  item.id = node.id;
  if (node.description !== undefined) item.description = printableWords(node.description);
  item.tooltip = node.tooltip ?? node.label;
  const uri = uriOf(node, root);
  // With it, “file” is the theme's own icon for that kind of file, and what the Explorer shows stands beside it.
  if (node.icon === 'file' && uri !== undefined) item.resourceUri = uri;
  if (node.icon !== undefined) {
    item.iconPath = new ThemeIcon(node.icon, node.iconColor === undefined ? undefined : new ThemeColor(node.iconColor));
  }
  if (node.context !== undefined) item.contextValue = node.context;
  item.accessibilityInformation = {
    label: printableWords(
      node.accessibleLabel ?? [node.label, node.description].filter((part) => part !== undefined).join(', '),
    ),
  };
  if (node.checkbox !== undefined) {
    item.checkboxState = node.checkbox.checked ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked;
  }
  const command = commandOf(node, root);
  if (command !== undefined) item.command = command;
  return item;
}

function stateOf({ children, expanded }: TreeNode): TreeItemCollapsibleState {
  if (children.length === 0) return TreeItemCollapsibleState.None;
  return expanded === true ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}

function uriOf({ open }: NodeLine, root: string | undefined): Uri | undefined {
  return open === undefined || root === undefined ? undefined : uriInRepository({ root }, open.path);
}

function commandOf(node: NodeLine, root: string | undefined): TreeItem['command'] {
  const { open, command, label } = node;
  if (command !== undefined) {
    return { command: command.id, title: command.title, arguments: [...(command.arguments ?? [])] };
  }
  const uri = uriOf(node, root);
  if (open === undefined || uri === undefined) return undefined;
  const position = { line: Math.max(0, (open.line ?? 1) - 1), character: Math.max(0, (open.column ?? 1) - 1) };
  const options = open.line === undefined ? [] : [{ selection: { start: position, end: position } }];
  return { command: 'vscode.open', title: label, arguments: [uri, ...options] };
}

/** Holds what `start` gives as long as the view can be seen. */
export function whileVisible(view: TreeView<unknown>, start: () => Disposable): Disposable {
  let held: Disposable | undefined;
  const follow = (): void => {
    if (view.visible === (held !== undefined)) return;
    held?.dispose();
    held = view.visible ? start() : undefined;
  };
  follow();
  const following = view.onDidChangeVisibility(follow);
  return new Disposable(() => {
    following.dispose();
    held?.dispose();
  });
}
