import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newReceipt, VoteQueue, type Delivery, type Surroundings } from './vote-queue';

function device(answers: (() => Promise<Response>)[]) {
  const kept = new Map<string, string>();
  const sent: string[] = [];
  const told: Delivery[] = [];
  let receipts = 0;
  const around: Surroundings = {
    fetch: (_address, request) => {
      sent.push(String(request.body));
      const answer = answers.shift();
      return answer ? answer() : Promise.reject(new Error('nobody there'));
    },
    storage: {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    },
    receipt: () => `receipt-${++receipts}`,
    wait: () => Promise.resolve(),
    proof: (anew) => Promise.resolve({ 'X-Token': anew ? 'new' : 'old' }),
  };
  const queue = () => new VoteQueue('/vote', 'member', (delivery) => void told.push(delivery), around);
  return { queue, sent, told, kept };
}

const stored = () => Promise.resolve(Response.json({ choice: 'YES', at: '2026-03-18T16:00:00Z' }));
const busy = () => Promise.resolve(new Response('', { status: 503 }));
const lost = () => Promise.reject(new Error('connection lost'));
const refused = () => Promise.resolve(Response.json({ message: 'zu spät' }, { status: 409 }));

test('a vote that gets no answer is sent again under the same receipt until it is stored', async () => {
  const { queue, sent, told, kept } = device([lost, busy, stored]);

  await queue().vote('YES');

  assert.equal(sent.length, 3);
  assert.equal(new Set(sent).size, 1);
  assert.deepEqual(told.map((it) => it.state), ['waiting', 'waiting', 'stored']);
  assert.equal(kept.size, 0);
});

test('a second press sends no second vote', async () => {
  const { queue, sent } = device([stored]);
  const pad = queue();

  await Promise.all([pad.vote('YES'), pad.vote('NO')]);

  assert.deepEqual(sent, ['{"choice":"YES","receipt":"receipt-1"}']);
});

test('after a reload the kept vote is sent on', async () => {
  const { queue, sent, kept } = device([lost, stored]);
  const before = queue();
  const voting = before.vote('NO');
  before.end();
  await voting;
  assert.equal(kept.size, 1);

  await queue().deliver();

  assert.equal(new Set(sent).size, 1);
  assert.equal(kept.size, 0);
});

test('a refused vote is not sent again, and the reason is told', async () => {
  const { queue, sent, told, kept } = device([refused]);

  await queue().vote('YES');

  assert.equal(sent.length, 1);
  assert.deepEqual(told, [{ state: 'refused', message: 'zu spät' }]);
  assert.equal(kept.size, 0);
});

test('a vote of somebody who was signed out waits on the device', async () => {
  const { queue, kept } = device([() => Promise.resolve(new Response('', { status: 401 }))]);

  await queue().vote('YES');

  assert.equal(kept.size, 1);
});

test('a session that goes on under a new proof does not stop a vote', async () => {
  const { queue, sent, kept } = device([() => Promise.resolve(new Response('', { status: 403 })), stored]);

  await queue().vote('YES');

  assert.equal(new Set(sent).size, 1);
  assert.equal(kept.size, 0);
});

test('a receipt is a random UUID, also without crypto.randomUUID', () => {
  assert.match(newReceipt(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.notEqual(newReceipt(), newReceipt());
  assert.equal(
    newReceipt((bytes) => bytes.fill(0xff)),
    'ffffffff-ffff-4fff-bfff-ffffffffffff',
  );
});
