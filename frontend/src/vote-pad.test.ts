import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { Choice, Delivery, StoredVote } from './vote-queue';

// As much of a browser as the pad needs before it is in a page.
const kept = new Map<string, string>();
const around: Record<string, unknown> = {
  window: { addEventListener: () => {} },
  navigator: {},
  localStorage: {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    key: (index: number) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size;
    },
  },
  fetch: (address: string, request: RequestInit) => {
    if (address === '/api/session') {
      return Promise.resolve(Response.json({ person: 'member', tokenHeader: 'X-Token', token: 't' }));
    }
    if (request.method === 'POST') {
      sent.push(JSON.parse(String(request.body)) as Sent);
    }
    const answer = (request.method === 'POST' ? posts : gets).shift();
    return answer ? answer(request) : Promise.reject(new Error('nobody there'));
  },
};
for (const [name, value] of Object.entries(around)) {
  Object.defineProperty(globalThis, name, { value, configurable: true });
}
await import('./vote-pad');

type Answer = (request: RequestInit) => Promise<Response>;

interface Sent {
  choice: Choice;
  replaces?: string;
}

interface Pad {
  address: string;
  voter: string;
  mine: StoredVote | null;
  chosen: Choice | null;
  delivery: Delivery | { state: 'choosing' } | { state: 'sending' };
  start(): void;
  askForMine(): Promise<void>;
  change(): Promise<void>;
  choose(choice: Choice): void;
  confirm(): void;
}

let gets: Answer[] = [];
let posts: Answer[] = [];
let sent: Sent[] = [];
let polls = 0;

beforeEach(() => {
  kept.clear();
  gets = [];
  posts = [];
  sent = [];
});

const A: StoredVote = { choice: 'YES', at: '2026-03-18T16:00:00Z', receipt: 'a' };
const B: StoredVote = { choice: 'NO', at: '2026-03-18T16:00:05Z', receipt: 'b' };

const says = (vote: StoredVote): Answer => () => Promise.resolve(Response.json({ state: 'STORED', ...vote }));
const nothing: Answer = () => Promise.resolve(new Response(null, { status: 204 }));
const lost: Answer = () => Promise.reject(new Error('connection lost'));
const silent: Answer = (request) =>
  new Promise((_, gone) => request.signal?.addEventListener('abort', () => gone(request.signal?.reason)));

/** An answer that comes when the test lets it. */
function late(answer: Answer) {
  let come = () => {};
  const coming = new Promise<void>((done) => (come = done));
  return { come: () => come(), answer: (request: RequestInit) => coming.then(() => answer(request)) };
}

/** All that is under way has come, but for what the test holds back. */
const settled = () => new Promise((done) => setTimeout(done, 20));

async function pad(...first: Answer[]): Promise<Pad> {
  gets.push(...first);
  const made = new (customElements.get('rs-vote-pad')!)();
  Object.defineProperties(made, { updateComplete: { value: Promise.resolve(true) }, querySelector: { value: () => null } });
  const it = made as unknown as Pad;
  it.address = `/vote-${++polls}`;
  it.voter = 'member';
  it.start();
  await settled();
  return it;
}

const keep = (it: Pad, vote: object) => kept.set(`rs-vote/member/${it.address}`, JSON.stringify(vote));

test('what the server said before a change is not shown after it', async () => {
  const slow = late(says(A));
  const it = await pad(slow.answer);
  gets = [slow.answer, says(A)];
  posts = [says(A), says(B)];
  it.choose('YES');
  it.confirm();
  await settled();
  const asked = it.askForMine();
  await it.change();
  it.choose('NO');
  it.confirm();
  await settled();

  slow.come();
  await asked;
  await settled();

  assert.deepEqual(it.delivery, { state: 'stored', ...B });
  assert.deepEqual(it.mine, B);
});

test('what the server said before is not shown while a change waits', async () => {
  const slow = late(says(A));
  const it = await pad(slow.answer);
  keep(it, { choice: 'NO', receipt: 'b', replaces: 'a' });

  slow.come();
  await settled();

  assert.equal(it.delivery.state, 'choosing');
  assert.equal(it.mine, null);
});

test('a vote from another device is shown', async () => {
  const it = await pad(says(A));

  assert.deepEqual(it.delivery, { state: 'stored', ...A });
});

test('confirming what counts keeps it once the server has said that it still does', async () => {
  const it = await pad(says(A), says(A), says(A));
  await it.change();
  assert.equal(it.delivery.state, 'choosing');

  it.confirm();
  await settled();

  assert.deepEqual(it.delivery, { state: 'stored', ...A });
  assert.equal(gets.length, 0);
  assert.deepEqual(sent, []);
});

test('confirming what another device has changed meanwhile leaves the choice, and the next confirmation sends it', async () => {
  const again = { ...A, receipt: 'c' };
  const it = await pad(says(A), says(A), says(B));
  posts = [says(again)];
  await it.change();

  it.confirm();
  await settled();
  assert.equal(it.delivery.state, 'choosing');
  assert.equal(it.chosen, 'YES');
  assert.deepEqual(it.mine, B);
  it.confirm();
  await settled();

  assert.deepEqual(sent.map(({ choice, replaces }) => ({ choice, replaces })), [{ choice: 'YES', replaces: 'b' }]);
  assert.deepEqual(it.delivery, { state: 'stored', ...again });
});

test('what is wanted stays wanted when the vote of another device is shown before the answer', async () => {
  const slow = late(says(A));
  const it = await pad(says(A), says(A), slow.answer, says(B));
  await it.change();
  it.confirm();
  await it.askForMine();

  slow.come();
  await settled();

  assert.equal(it.delivery.state, 'choosing');
  assert.equal(it.chosen, 'YES');
  assert.deepEqual(it.mine, B);
  assert.deepEqual(sent, []);
});

test('confirming what counts without an answer sends it, so that the server says', async () => {
  const it = await pad(says(A), says(A), lost);
  posts = [() => Promise.resolve(Response.json({ message: 'anderswo geändert', stored: B }, { status: 409 }))];
  await it.change();

  it.confirm();
  await settled();

  assert.deepEqual(sent.map(({ choice, replaces }) => ({ choice, replaces })), [{ choice: 'YES', replaces: 'a' }]);
  assert.deepEqual(it.delivery, { state: 'refused', message: 'anderswo geändert', stored: B });
});

test('on a bad line the choices come all the same', { timeout: 10_000 }, async (context) => {
  const it = await pad(says(A), silent);
  const started = performance.now();
  const alive = setInterval(() => {}, 100); // a timeout alone keeps no process
  context.after(() => clearInterval(alive));

  await it.change();

  assert.equal(it.delivery.state, 'choosing');
  assert.ok(performance.now() - started < 4_000);
});

test('a second press on a bad line takes no vote back that is being sent', async () => {
  const slow = late(says(A));
  const it = await pad(says(A), says(A), slow.answer);
  posts = [late(says(B)).answer];
  const changes = [it.change(), it.change()];
  await changes[0];
  it.choose('NO');
  it.confirm();

  slow.come();
  await changes[1];

  assert.equal(it.delivery.state, 'sending');
});

test('a pad whose vote another window has taken asks the server what counts', async () => {
  const slow = late(says(A));
  const it = await pad(nothing);
  posts = [slow.answer];
  gets = [says(B)];
  it.choose('YES');
  it.confirm();
  await settled();
  kept.clear();

  slow.come();
  await settled();

  assert.deepEqual(it.delivery, { state: 'stored', ...B });
  assert.equal(it.chosen, 'NO');
});

test('a pad whose vote was refused in another window lets the member choose', async () => {
  const slow = late(lost);
  const it = await pad(nothing);
  posts = [slow.answer];
  gets = [nothing];
  it.choose('YES');
  it.confirm();
  await settled();
  kept.clear();

  slow.come();
  await settled();

  assert.equal(it.delivery.state, 'choosing');
  assert.equal(it.mine, null);
});

test('a pad whose vote another window has taken sends what that window keeps by then', async () => {
  const slow = late(lost);
  const asked = late(says(A));
  const it = await pad(nothing);
  posts = [slow.answer, says(B)];
  gets = [asked.answer];
  it.choose('YES');
  it.confirm();
  await settled();
  kept.clear();
  slow.come();
  await settled();
  keep(it, { choice: 'NO', receipt: 'b', replaces: 'a' });

  asked.come();
  await settled();

  assert.deepEqual(it.delivery, { state: 'stored', ...B });
  assert.equal(kept.size, 0);
});
