import { commands, window, type Disposable, type FileDecorationProvider } from 'vscode';

/** Has badges painted as soon as VS Code knows them. */
export interface PaintAtOnce {
  /** Badges were told to have changed: VS Code asks for them next. */
  readonly expect: () => void;
  /** VS Code asked for one. */
  readonly answer: () => void;
  readonly dispose: () => void;
}

/**
 * VS Code waits a tenth of a second before it paints a badge that changed, in case more do, but paints all that it knows when another
 * source of badges comes. So once it has the answers, one comes that has no badges.
 */
export function createPaintAtOnce(): PaintAtOnce {
  let isExpecting = false;
  let timer: NodeJS.Timeout | undefined;
  let source: Disposable | undefined;
  let isDisposed = false;

  const come = async (): Promise<void> => {
    timer = undefined;
    // An answer that it has not taken in yet would be painted as no badge: by its answer to this it has.
    await commands.executeCommand('setContext', 'pmZone.painted', true);
    if (isDisposed) return;
    const before = source;
    source = window.registerFileDecorationProvider(none);
    before?.dispose();
  };
  return {
    expect: () => {
      isExpecting = true;
    },
    answer: () => {
      if (!isExpecting) return;
      isExpecting = false;
      // What is asked for together is answered together, before this.
      timer ??= setTimeout(() => void come(), 0);
    },
    dispose: () => {
      isDisposed = true;
      clearTimeout(timer);
      source?.dispose();
    },
  };
}

const none: FileDecorationProvider = { provideFileDecoration: () => undefined };
