type Listener = () => void;

const listeners = new Set<Listener>();
const on = new Set<string>();

/** What the flag service last said. Its answers depend on the rollout of each flag and on who is signed in. */
export const flagService = {
  subscribe(listener: Listener): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  isOn: (key: string): boolean => on.has(key),
  receive(keys: readonly string[]): void {
    on.clear();
    for (const key of keys) on.add(key);
    for (const listener of listeners) listener();
  },
};
