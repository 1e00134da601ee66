import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newReceipt, VoteBox, VoteQueue, type Delivery, type KeptVote, type Surroundings } from './vote-queue';

function device(answers: (() => Promise<Response>)[]) {
  const kept = new Map<string, string>();
  const sent: string[] = [];
  const told: Delivery[] = [];
  const takenElsewhere: boolean[] = [];
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
  const tell = (delivery: Delivery, _vote: KeptVote, elsewhere: boolean) => {
    told.push(delivery);
    takenElsewhere.push(elsewhere);
  };
  const queue = () => new VoteQueue('/vote', 'member', tell, around);
  const box = () => new VoteBox(() => around);
  return { queue, box, around, sent, told, takenElsewhere, kept };
}

const stored = () => Promise.resolve(Response.json({ choice: 'YES', at: '2026-03-18T16:00:00Z' }));
const busy = () => Promise.resolve(new Response('', { status: 503 }));
const lost = () => Promise.reject(new Error('connection lost'));
const changed = () => Promise.resolve(Response.json({ choice: 'NO', at: '2026-03-18T16:00:05Z', receipt: 'receipt-2' }));
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

const KEY = 'rs-vote/member//vote';
const CHANGE = '{"choice":"NO","receipt":"receipt-2","replaces":"receipt-1"}';

/** An answer that comes when the test lets it. */
function late(answer: () => Promise<Response>) {
  let come = () => {};
  const coming = new Promise<void>((done) => (come = done));
  return { come: () => come(), answer: () => coming.then(answer) };
}

test('a late answer takes away no change that another window keeps, and the change is sent on', async () => {
  const slow = late(stored);
  const { queue, sent, told, takenElsewhere, kept } = device([slow.answer, stored, busy, changed]);
  const first = queue().vote('YES');
  await queue().deliver();
  assert.equal(kept.size, 0, 'the second window has heard that the vote is stored');
  kept.set(KEY, CHANGE);

  slow.come();
  await first;

  assert.deepEqual(sent.slice(2), [CHANGE, CHANGE]);
  assert.deepEqual(told.slice(1).map((it) => it.state), ['waiting', 'stored'], 'nothing is said of the older vote');
  assert.deepEqual(told.at(-1), { state: 'stored', choice: 'NO', at: '2026-03-18T16:00:05Z', receipt: 'receipt-2' });
  assert.deepEqual(takenElsewhere, [false, false, false]);
  assert.equal(kept.size, 0);
});

test('a late refusal takes away no change that another window keeps', async () => {
  const slow = late(refused);
  const { queue, sent, told, kept } = device([slow.answer, () => Promise.resolve(new Response('', { status: 401 }))]);
  const first = queue().vote('YES');
  kept.set(KEY, CHANGE);

  slow.come();
  await first;

  assert.equal(sent.at(-1), CHANGE);
  assert.deepEqual(told, [{ state: 'signed-out' }]);
  assert.equal(kept.get(KEY), CHANGE);
});

test('a vote that another window has taken meanwhile is told to have been taken', async () => {
  const slow = late(stored);
  const { queue, around, told, takenElsewhere, kept } = device([slow.answer, lost, lost]);
  const first = queue().vote('YES');
  kept.clear();
  slow.come();
  await first;
  assert.deepEqual(takenElsewhere, [true]);

  around.wait = () => Promise.resolve(kept.clear());
  await queue().vote('NO');

  assert.deepEqual(told.map((it) => it.state), ['stored', 'waiting', 'waiting']);
  assert.deepEqual(takenElsewhere, [true, false, true]);
});

test('a pad hears that another window has taken its vote', async () => {
  const { box, around, kept } = device([lost]);
  around.wait = () => Promise.resolve(kept.clear());
  const heard: boolean[] = [];

  await box().attend('/vote', 'member', (_delivery, elsewhere) => void heard.push(elsewhere)).vote('YES');

  assert.deepEqual(heard, [false, true]);
});

test('a change under way is never told as the vote that it changes', async () => {
  const slow = late(lost);
  const { box, around } = device([stored, slow.answer, changed]);
  let goOn = () => {};
  const waits = new Promise<void>((waiting) => {
    around.wait = () => {
      waiting();
      return new Promise((done) => (goOn = done));
    };
  });
  const votes = box();
  const pad = () => {};
  const queue = votes.attend('/vote', 'member', pad);
  await queue.vote('YES', 'Annehmen?');
  const changing = queue.vote('NO', 'Annehmen?', 'receipt-1');
  votes.leave('/vote', 'member', pad);
  const told = () => votes.leftOver('member').map((it) => it.delivery.state);
  assert.deepEqual(told(), ['sending']);

  slow.come();
  await waits;
  assert.deepEqual(told(), ['waiting']);
  goOn();
  await changing;

  assert.deepEqual(votes.leftOver('member'), [
    {
      address: '/vote',
      question: 'Annehmen?',
      delivery: { state: 'stored', choice: 'NO', at: '2026-03-18T16:00:05Z', receipt: 'receipt-2' },
    },
  ]);
});

test('whoever has read of the older vote still hears what becomes of the change', async () => {
  const slow = late(refused);
  const { box } = device([lost, stored, slow.answer]);
  const votes = box();
  const pad = () => {};
  const queue = votes.attend('/vote', 'member', pad);
  const voting = queue.vote('YES', 'Annehmen?');
  votes.leave('/vote', 'member', pad);
  await voting;
  assert.deepEqual(votes.leftOver('member').map((it) => it.delivery.state), ['stored']);
  const changing = queue.vote('NO', 'Annehmen?', 'receipt-1');
  assert.deepEqual(votes.leftOver('member').map((it) => it.delivery.state), ['sending']);

  votes.read('/vote', 'member');
  slow.come();
  await changing;

  assert.deepEqual(votes.leftOver('member').map((it) => it.delivery.state), ['refused']);
  votes.read('/vote', 'member');
  assert.deepEqual(votes.leftOver('member'), []);
});

test('a refusal at the first try is told with its question', async () => {
  const { box } = device([refused]);
  const votes = box();
  const pad = () => {};
  const voting = votes.attend('/vote', 'member', pad).vote('YES', 'Annehmen?');
  votes.leave('/vote', 'member', pad);

  await voting;

  assert.deepEqual(votes.leftOver('member').map((it) => it.question), ['Annehmen?']);
});
