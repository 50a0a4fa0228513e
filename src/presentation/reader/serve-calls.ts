import { packError, type Reply, type Request } from './messages.js';
import type { Caller, ReaderCalls } from './reader-calls.js';

/** Answers requests, side by side, through `reply`. What comes back is called with each request. */
export function serveCalls(calls: ReaderCalls, reply: (reply: Reply) => void): (request: Request) => void {
  const wanted = new Set<number>();
  return (request) => {
    const { id } = request;
    if (request.call === 'stop') {
      wanted.delete(id);
      return;
    }
    wanted.add(id);
    const caller: Caller = {
      goesOn: () => wanted.has(id),
      onProgress: (progress) => reply({ id, progress }),
    };
    // What is sent for a call is what the call takes: both sides are of one build.
    const call = calls[request.call] as (asked: unknown, caller: Caller) => Promise<unknown>;
    call(request.asked, caller)
      .then(
        (value) => reply({ id, value }),
        (error: unknown) => reply({ id, error: packError(error) }),
      )
      .finally(() => wanted.delete(id));
  };
}
