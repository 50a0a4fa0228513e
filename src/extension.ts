import type { ExtensionContext } from 'vscode';
import { registerWhy } from './editor/commands/why.js';

/** Called by VS Code when a command of ours is first run: nothing is read before. */
export function activate(context: ExtensionContext): void {
  context.subscriptions.push(registerWhy());
}
