import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';

// node --experimental-websocket out/bench/collect-garbage.js PID: has a process of Node let go of all that nobody uses, over its inspector.
void collectGarbage(Number(process.argv[2]));

interface Answer {
  readonly result: { readonly result?: { readonly value?: unknown } };
}

async function collectGarbage(id: number): Promise<void> {
  process.kill(id, 'SIGUSR1');
  await wait(1500);
  const [target] = (await (await fetch('http://127.0.0.1:9229/json/list')).json()) as [
    { readonly webSocketDebuggerUrl: string },
  ];
  const socket = new WebSocket(target.webSocketDebuggerUrl);
  const call = (method: string, params = {}): Promise<Answer> =>
    new Promise((resolve) => {
      socket.onmessage = ({ data }) => resolve(JSON.parse(String(data)) as Answer);
      socket.send(JSON.stringify({ id: 1, method, params }));
    });
  await new Promise((resolve) => (socket.onopen = resolve));
  // Another process may hold the port: what that lets go of says nothing of this one.
  const { result } = await call('Runtime.evaluate', { expression: 'process.pid' });
  assert.equal(result.result?.value, id);
  for (let round = 0; round < 3; round++) await call('HeapProfiler.collectGarbage');
  socket.close();
}
