import type { Disposable } from 'vscode';
import { registerWhy } from './commands/why.js';
import type { Parts } from './parts.js';

/** Everything that she sees and can ask for: one line each. */
export const faces: readonly ((parts: Parts) => Disposable)[] = [registerWhy];
