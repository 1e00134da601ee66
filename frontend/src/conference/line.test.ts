import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Line, Refused, type Pass, type Socket } from './line';

/** A page whose server, clock and network the test holds in its hands. */
function page() {
  const heard: string[] = [];
  const asked: { takeOver: boolean; before: string | null }[] = [];
  const sockets: (Socket & { sent: string[]; closed: boolean; tell(what: object): void })[] = [];
  let timers: { act: () => void; at: number }[] = [];
  let now = 0;
  const answers: (() => Promise<Pass>)[] = [];
  const line = new Line(
    {
      ticket: (takeOver, before) => {
        asked.push({ takeOver, before });
        return answers.shift()?.() ?? Promise.resolve({ ticket: `ticket-${asked.length}`, iceServers: [], gateway: false });
      },
      socket: () => {
        const socket: (typeof sockets)[number] = {
          sent: [],
          closed: false,
          onopen: null,
          onmessage: null,
          onclose: null,
          send: (text) => void socket.sent.push(text),
          close: () => (socket.closed = true),
          tell: (what) => socket.onmessage?.({ data: JSON.stringify(what) } as MessageEvent),
        };
        sockets.push(socket);
        return socket;
      },
      later: (act, millis) => {
        const timer = { act, at: now + millis };
        timers.push(timer);
        return () => (timers = timers.filter((it) => it !== timer));
      },
    },
    {
      entered: (id, _pass, again) => heard.push(again ? `again ${id}` : `entered ${id}`),
      told: (what) => heard.push(what.type),
      lost: () => heard.push('lost'),
      gone: () => heard.push('gone'),
      out: (why, refusal) => heard.push(`out ${refusal?.reason ?? why}`),
    },
  );
  return {
    line,
    heard,
    asked,
    sockets,
    answers,
    async pass(millis: number) {
      const until = now + millis;
      for (;;) {
        await settle();
        const next = timers.sort((a, b) => a.at - b.at)[0];
        if (next === undefined || next.at > until) {
          break;
        }
        now = next.at;
        timers = timers.filter((it) => it !== next);
        next.act();
      }
      now = until;
    },
    async in(id: string) {
      await settle();
      const socket = sockets.at(-1)!;
      socket.onopen?.(undefined as never);
      socket.tell({ type: 'ENTERED', line: id, beatMillis: 5_000, lostMillis: 15_000 });
      return socket;
    },
  };
}

async function settle(): Promise<void> {
  for (let i = 0; i < 10; i++) await Promise.resolve();
}

test('a line comes in with its ticket and says that it is there', async () => {
  const it = page();
  void it.line.enter();
  const socket = await it.in('a');
  assert.deepEqual(JSON.parse(socket.sent[0]!), { type: 'enter', ticket: 'ticket-1', before: null });
  await it.pass(5_000);
  assert.equal(socket.sent[1], '{"type":"beat"}');
  assert.deepEqual(it.heard, ['entered a']);
});

test('a server that is silent for too long is lost, and the line comes back as the one it was', async () => {
  const it = page();
  void it.line.enter();
  await it.in('a');
  await it.pass(15_500);
  assert.deepEqual(it.asked[1], { takeOver: false, before: 'a' });
  await it.in('a');
  assert.deepEqual(it.heard, ['entered a', 'lost', 'again a']);
});

test('away for longer than the others wait, everything is closed and the line is a new one', async () => {
  const it = page();
  it.answers.push(() => Promise.resolve({ ticket: 'first', iceServers: [], gateway: false }));
  for (let i = 0; i < 20; i++) it.answers.push(() => Promise.reject(new Error('no network')));
  void it.line.enter();
  (await it.in('a')).onclose?.(undefined as never);
  await it.pass(16_000);
  assert.ok(it.heard.includes('gone'));
  it.answers.length = 0;
  await it.pass(5_000);
  assert.equal(it.asked.at(-1)!.before, null);
});

test('whoever is not let in is told why, and does not try again', async () => {
  const it = page();
  it.answers.push(() => Promise.reject(new Refused('RECUSED', 'befangen')));
  void it.line.enter();
  await it.pass(60_000);
  assert.deepEqual(it.heard, ['out RECUSED']);
  assert.equal(it.asked.length, 1);
});

test('a line that the server ended does not come back by itself, and never as the one it was', async () => {
  const it = page();
  void it.line.enter();
  (await it.in('a')).tell({ type: 'ENDED', why: 'ROOM' });
  await it.pass(60_000);
  assert.deepEqual(it.heard, ['entered a', 'out ROOM']);
  void it.line.enter();
  assert.equal(it.asked[1]!.before, null);
});

test('when the network goes, nobody waits until it is noticed', async () => {
  const it = page();
  void it.line.enter();
  const socket = await it.in('a');
  it.line.hurry(false);
  assert.ok(socket.closed);
  assert.deepEqual(it.heard, ['entered a', 'lost']);
  it.line.hurry(true);
  assert.equal(it.asked.length, 2);
});
