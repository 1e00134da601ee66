import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { askRelay, turnServers, type Connect } from './relay';

function browser() {
  const seen: { configuration?: RTCConfiguration; closed: boolean; connection?: ReturnType<Connect> } = { closed: false };
  const connect: Connect = (configuration) => {
    seen.configuration = configuration;
    seen.connection = {
      createDataChannel: () => ({}) as RTCDataChannel,
      setLocalDescription: () => Promise.resolve(),
      close: () => void (seen.closed = true),
      onicecandidate: null,
      onicecandidateerror: null,
    };
    return seen.connection;
  };
  const say = (candidate: Partial<RTCIceCandidate> | null) =>
    seen.connection?.onicecandidate?.call(seen.connection as RTCPeerConnection, { candidate } as RTCPeerConnectionIceEvent);
  const err = (errorCode: number) =>
    seen.connection?.onicecandidateerror?.call(seen.connection as RTCPeerConnection, { errorCode } as RTCPeerConnectionIceErrorEvent);
  return { seen, connect, say, err };
}
const server = { urls: 'turn:turn.example', username: 'rat', credential: 'x' };

test('a server that gives a way works; no other way is looked for', async () => {
  const it = browser();
  const asked = askRelay(server, it.connect);
  it.say({ type: 'relay', candidate: '' });
  assert.equal(await asked, 'works');
  assert.deepEqual(it.seen.configuration, { iceServers: [server], iceTransportPolicy: 'relay' });
  assert.ok(it.seen.closed);
});

test('one that refuses the password says so, and one that is silent is told apart', async (context: TestContext) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const refusing = browser();
  const refused = askRelay(server, refusing.connect);
  refusing.err(401);
  refusing.say(null);
  assert.equal(await refused, 'refused');
  const away = browser();
  const silent = askRelay(server, away.connect);
  away.err(701);
  context.mock.timers.tick(10_000);
  assert.equal(await silent, 'silent');
  assert.ok(away.seen.closed);
});

test('each address of a TURN server is asked by itself; STUN servers are not', () => {
  assert.deepEqual(
    turnServers([{ urls: ['stun:a', 'turn:b', 'turns:c'], username: 'u' }, { urls: 'stun:d' }]).map((it) => it.urls),
    ['turn:b', 'turns:c'],
  );
});
