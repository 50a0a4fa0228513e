import type { LogOutputChannel } from 'vscode';
import { createSessionCache, type SessionCache } from '../../src/editor/sessions/session-cache.js';
import { openReader } from './open-reader.js';

/** The sessions of a window, as the extension has them, with a reader of their own. */
export function openSessions(log: LogOutputChannel): SessionCache {
  const reader = openReader();
  const sessions = createSessionCache(log, reader);
  return {
    ...sessions,
    dispose: () => {
      sessions.dispose();
      reader.dispose();
    },
  };
}
