import { setTimeout as wait } from 'node:timers/promises';

// node --experimental-websocket out/bench/collect-garbage.js PID: has a process of Node let go of all that nobody uses, over its inspector.
void collectGarbage(Number(process.argv[2]));

async function collectGarbage(id: number): Promise<void> {
  process.kill(id, 'SIGUSR1');
  await wait(1500);
  const [target] = (await (await fetch('http://127.0.0.1:9229/json/list')).json()) as [
    { readonly webSocketDebuggerUrl: string },
  ];
  const socket = new WebSocket(target.webSocketDebuggerUrl);
  const call = (method: string): Promise<unknown> =>
    new Promise((resolve) => {
      socket.onmessage = resolve;
      socket.send(JSON.stringify({ id: 1, method }));
    });
  await new Promise((resolve) => (socket.onopen = resolve));
  await call('HeapProfiler.enable');
  for (let round = 0; round < 3; round++) await call('HeapProfiler.collectGarbage');
  socket.close();
}
