import { unpackError, type Reply } from '../../presentation/reader/messages.js';
import type { ReaderCalls, WordsProgress } from '../../presentation/reader/reader-calls.js';
import type { ReaderEvents, ReaderProcess } from './start-reader.js';

export interface CallOptions {
  /** Aborted where the answer is no longer wanted; the call still settles. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (now: WordsProgress) => void;
}

/** Reads repositories in a process of its own, which is started by the first call and ends when none came for a while. */
export interface Reader {
  /** Rejects as the call does, and where the process ended before it had answered; the next call starts another. */
  readonly call: <Name extends keyof ReaderCalls>(
    name: Name,
    asked: Parameters<ReaderCalls[Name]>[0],
    options?: CallOptions,
  ) => ReturnType<ReaderCalls[Name]>;
  /** Ends the process. What waits for an answer gets none. */
  readonly dispose: () => void;
}

/** Milliseconds without a call, after which the process and what it remembers are given back. */
const mostIdle = 600_000;

interface Waiting {
  readonly settle: (reply: Exclude<Reply, { readonly progress: unknown }>) => void;
  readonly onProgress: CallOptions['onProgress'];
}

/** One process, and the calls that it has not answered yet. */
interface Running {
  readonly process: ReaderProcess;
  readonly waiting: Map<number, Waiting>;
}

export function createReader(start: (events: ReaderEvents) => ReaderProcess, idle = mostIdle): Reader {
  let current: Running | undefined;
  let lastId = 0;
  let timer: NodeJS.Timeout | undefined;

  const open = (): Running => {
    const waiting: Running['waiting'] = new Map();
    const running: Running = {
      waiting,
      process: start({
        onReply: (reply) => {
          const call = waiting.get(reply.id);
          if ('progress' in reply) call?.onProgress?.(reply.progress);
          else call?.settle(reply);
        },
        onEnd: (why) => {
          if (current === running) current = undefined;
          const error = { message: `What reads the repository stopped. ${why}`, stack: undefined };
          for (const [id, { settle }] of waiting) settle({ id, error });
        },
      }),
    };
    return running;
  };
  const end = (): void => {
    clearTimeout(timer);
    current?.process.end();
    current = undefined;
  };
  const ask = async (call: keyof ReaderCalls, asked: unknown, options: CallOptions = {}): Promise<unknown> => {
    clearTimeout(timer);
    current ??= open();
    const { process, waiting } = current;
    lastId += 1;
    const id = lastId;
    const stop = (): void => process.send({ id, call: 'stop' });
    const reply = await new Promise<Parameters<Waiting['settle']>[0]>((settle) => {
      waiting.set(id, { settle, onProgress: options.onProgress });
      process.send({ id, call, asked });
      if (options.signal?.aborted === true) stop();
      options.signal?.addEventListener('abort', stop);
    });
    options.signal?.removeEventListener('abort', stop);
    waiting.delete(id);
    if (waiting.size === 0) timer = setTimeout(end, idle).unref();
    if ('error' in reply) throw unpackError(reply.error);
    return reply.value;
  };
  return {
    call: (name, asked, options) => ask(name, asked, options) as ReturnType<ReaderCalls[typeof name]>,
    dispose: end,
  };
}
