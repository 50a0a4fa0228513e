import { EventEmitter, type Event, type Uri } from 'vscode';

/** Asks the editor to paint badges anew, the first ones at once. */
export interface Repaint {
  readonly onDidChange: Event<Uri[] | undefined>;
  readonly files: (uris: readonly Uri[]) => void;
  /** Everything, which flickers: for when it is not known what is painted. */
  readonly all: () => void;
  readonly dispose: () => void;
}

/** VS Code silently drops further files of one event. */
const mostAtOnce = 250;

/** Milliseconds between two events, so that user input is handled in between. */
const pause = 20;

export function createRepaint(): Repaint {
  const changed = new EventEmitter<Uri[] | undefined>();
  let waiting: readonly Uri[] = [];
  let timer: NodeJS.Timeout | undefined;

  const fire = (): void => {
    timer = undefined;
    const now = waiting.slice(0, mostAtOnce);
    waiting = waiting.slice(mostAtOnce);
    if (waiting.length > 0) timer = setTimeout(fire, pause);
    if (now.length > 0) changed.fire(now);
  };
  const stop = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };

  return {
    onDidChange: changed.event,
    files: (uris) => {
      const asked = new Set(uris);
      waiting = [...asked, ...waiting.filter((uri) => !asked.has(uri))];
      stop();
      fire();
    },
    all: () => {
      stop();
      waiting = [];
      changed.fire(undefined);
    },
    dispose: () => {
      stop();
      changed.dispose();
    },
  };
}
