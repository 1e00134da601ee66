import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newReceipt, VoteBox, VoteQueue, type Delivery, type Surroundings } from './vote-queue';

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
      key: (index) => [...kept.keys()][index] ?? null,
      get length() {
        return kept.size;
      },
    },
    receipt: () => `receipt-${++receipts}`,
    wait: () => Promise.resolve(),
    proof: (anew) => Promise.resolve({ 'X-Token': anew ? 'new' : 'old' }),
  };
  const queue = () => new VoteQueue('/vote', 'member', (delivery) => void told.push(delivery), around);
  const box = () => new VoteBox(() => around);
  return { queue, box, around, sent, told, kept };
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
  const { queue, around, sent, kept } = device([lost, stored]);
  const paused = around.wait;
  await new Promise<void>((goneWhileWaiting) => {
    around.wait = () => {
      goneWhileWaiting();
      return new Promise(() => {});
    };
    void queue().vote('NO');
  });
  assert.equal(kept.size, 1);

  around.wait = paused;
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

test('a vote whose pad goes before the answer is sent on, and the refusal is told among those left over', async () => {
  const { box, sent, told, kept } = device([lost, lost, refused]);
  const votes = box();
  const pad = (delivery: Delivery) => void told.push(delivery);
  const voting = votes.attend('/vote', 'member', pad).vote('YES', 'Annehmen?');
  votes.leave('/vote', 'member', pad);
  assert.deepEqual(votes.leftOver('member').map((it) => it.delivery.state), ['sending']);

  await voting;

  assert.equal(sent.length, 3);
  assert.equal(kept.size, 0);
  assert.deepEqual(told, []);
  assert.deepEqual(votes.leftOver('member'), [
    { address: '/vote', question: 'Annehmen?', delivery: { state: 'refused', message: 'zu spät' } },
  ]);
  votes.read('/vote', 'member');
  assert.deepEqual(votes.leftOver('member'), []);
});

test('a vote that had been stored before the poll was closed is told to count', async () => {
  const { box } = device([lost, stored]);
  const votes = box();
  const pad = () => {};
  const voting = votes.attend('/vote', 'member', pad).vote('YES');
  votes.leave('/vote', 'member', pad);

  await voting;

  assert.deepEqual(votes.leftOver('member').map((it) => it.delivery.state), ['stored']);
});

test('a refusal that the pad showed in its last moment is told again; what it said to be stored is not', async () => {
  for (const [answer, left] of [[refused, ['refused']], [stored, []]] as const) {
    const { box } = device([answer]);
    const votes = box();
    const pad = () => {};
    await votes.attend('/vote', 'member', pad).vote('YES');
    assert.deepEqual(votes.leftOver('member'), []);

    votes.leave('/vote', 'member', pad);

    assert.deepEqual(votes.leftOver('member').map((it) => it.delivery.state), left);
  }
});

test('a new page takes up what an earlier one left, of this member alone', async () => {
  const { box, sent, kept } = device([refused]);
  kept.set('rs-vote/member//vote', '{"choice":"NO","receipt":"r","question":"Annehmen?"}');
  kept.set('rs-vote/somebody//vote', '{"choice":"YES","receipt":"s"}');
  const votes = box();
  assert.deepEqual(votes.leftOver('member').map((it) => it.question), ['Annehmen?']);

  const heard = new Promise<void>((done) => votes.watch(done));
  votes.deliver('member');
  await heard;

  assert.deepEqual(sent, ['{"choice":"NO","receipt":"r"}']);
  assert.deepEqual(votes.leftOver('member').map((it) => it.delivery.state), ['refused']);
  assert.ok(kept.has('rs-vote/somebody//vote'));
});

test('a vote with a pad again is no longer left over', () => {
  const { box, kept } = device([]);
  kept.set('rs-vote/member//vote', '{"choice":"NO","receipt":"r"}');
  const votes = box();
  let changes = 0;
  votes.watch(() => changes++);

  votes.attend('/vote', 'member', () => {});

  assert.equal(changes, 1);
  assert.deepEqual(votes.leftOver('member'), []);
});

test('a change names the vote that it changes', async () => {
  const { queue, sent } = device([stored]);

  await queue().vote('NO', undefined, 'receipt-0');

  assert.deepEqual(sent, ['{"choice":"NO","receipt":"receipt-1","replaces":"receipt-0"}']);
});

test('a change that waited while another device made one is refused, and the vote that counts is told', async () => {
  const counts = { choice: 'ABSTENTION', at: '2026-03-18T16:00:05Z', receipt: 'other' };
  const { queue, sent, told, kept } = device([
    lost,
    () => Promise.resolve(Response.json({ message: 'anderswo geändert', stored: counts }, { status: 409 })),
  ]);

  await queue().vote('NO', undefined, 'receipt-0');

  assert.equal(new Set(sent).size, 1);
  assert.deepEqual(told.at(-1), { state: 'refused', message: 'anderswo geändert', stored: counts });
  assert.equal(kept.size, 0, 'it is never sent again');
});

test('a first vote that is sent again after it was changed hears what counts now', async () => {
  const now = { choice: 'NO', at: '2026-03-18T16:00:05Z', receipt: 'later' };
  const { queue, told } = device([() => Promise.resolve(Response.json({ state: 'REPLACED', ...now }))]);

  await queue().vote('YES');

  assert.deepEqual(told, [{ state: 'stored', ...now }]);
});
