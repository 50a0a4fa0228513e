/**
 * Runs something one at a time: whoever asks while it runs shares the one run that follows it, so that what they are given is never older than the
 * question, and a row of questions costs two runs at most. A run that fails fails for those who shared it.
 */
export function oneAtATime<T>(run: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  let following: Promise<T> | undefined;
  const begin = (): Promise<T> => {
    following = undefined;
    const own = run();
    running = own;
    const end = (): void => {
      if (running === own) running = undefined;
    };
    own.then(end, end);
    return own;
  };
  return () => {
    if (following === undefined && running === undefined) return begin();
    following ??= (running as Promise<T>).then(begin, begin);
    return following;
  };
}
