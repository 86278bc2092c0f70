// What the test servers share: a free loopback port, and a child process that ends when it is told to.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';

export const HOST = '127.0.0.1';

/** @typedef {{ origin: string, stop: () => Promise<void> }} TestServer */

/** Listens on a free port. @returns {Promise<TestServer>} */
export async function listen(server) {
  server.listen(0, HOST);
  await once(server, 'listening');
  const stop = async () => {
    server.closeAllConnections?.();
    server.close();
    await once(server, 'close');
  };
  return { origin: `http://${HOST}:${server.address().port}`, stop };
}

export async function freePort() {
  const probe = createServer();
  probe.listen(0, HOST);
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

/** Starts a program (Node's, unless another is named) that will listen on `port`, and waits until it does. @returns {Promise<TestServer>} */
export async function startProgram(args, port, limitMs = 60_000, program = process.execPath) {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (said = (said + bytes).slice(-4000)));
  const gone = once(child, 'exit');
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const stop = async () => {
    process.off('exit', kill);
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await gone;
  };
  const end = Date.now() + limitMs;
  while (!(await answers(port))) {
    if (child.exitCode === null && Date.now() < end) continue;
    await stop();
    throw new Error(`The server never listened on port ${port}. It said:\n${said}`);
  }
  return { origin: `http://${HOST}:${port}`, stop };
}

/** Whether something takes a connection; after a refusal a moment passes before the answer, so that asking again is no busy loop. */
function answers(port) {
  return new Promise((done) => {
    const socket = connect(port, HOST, () => {
      socket.destroy();
      done(true);
    });
    socket.once('error', () => setTimeout(done, 100, false));
  });
}
