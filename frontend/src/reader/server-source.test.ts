import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { ServerSource } from './server-source';
import { SourceFault, type Operation } from './source';

const original = globalThis.fetch;
const read = (id: string): Operation => ({ id, act: 'READ', document: 'd', fingerprint: 'f', read: true });

/** A server, and who is signed in there. */
const city = { account: null as string | null, sessions: 0, saved: [] as string[], bad: new Set<string>(), down: false, posts: 0 };

beforeEach(() => {
  Object.assign(city, { account: 'A', sessions: 0, saved: [], bad: new Set(), down: false, posts: 0 });
  globalThis.fetch = (address, how) => {
    if (city.account === null) return Promise.resolve(new Response(null, { status: 401 }));
    if (address === '/api/session') {
      city.sessions++;
      return Promise.resolve(Response.json({ account: city.account, tokenHeader: 'X', token: city.account }));
    }
    if (how?.method !== 'POST') return Promise.resolve(Response.json([city.account]));
    city.posts++;
    if ((how.headers as Record<string, string>)['X'] !== city.account) return Promise.resolve(new Response(null, { status: 403 }));
    const { operations } = JSON.parse(how.body as string) as { operations: Operation[] };
    if (city.down || operations.some((it) => city.bad.has(it.id))) return Promise.resolve(new Response(null, { status: 500 }));
    city.saved.push(...operations.map((it) => `${city.account}:${it.id}`));
    return Promise.resolve(Response.json({ outcomes: operations.map((it) => ({ operation: it.id, outcome: 'DONE', message: null })) }));
  };
});
afterEach(() => void (globalThis.fetch = original));

const until = async (what: () => boolean) => {
  while (!what()) await new Promise((done) => setTimeout(done, 1));
};

test('what waits is never sent in the name of somebody else who signed in meanwhile', async () => {
  const source = new ServerSource(1);
  await source.meetings();
  city.account = null;
  const saving = source.save('m', [read('private')]);
  await until(() => source.condition.pending === 1);
  city.account = 'B';
  await until(() => source.condition.stranger === true);

  await assert.rejects(source.marks('m', null), (fault) => fault instanceof SourceFault && fault.kind === 'OTHER_ACCOUNT');
  const asked = city.sessions;
  await until(() => city.sessions > asked + 3);
  assert.deepEqual(city.saved, []);
  assert.equal(source.condition.pending, 1);

  city.account = 'A';
  await saving;
  assert.deepEqual(city.saved, ['A:private']);
  assert.equal(source.condition.stranger, false);
});

test('a token of before says nothing to a session of somebody else', async () => {
  const source = new ServerSource(1);
  await source.save('m', [read('1')]);
  city.account = 'B';
  const saving = source.save('m', [read('2')]);
  await until(() => source.condition.stranger === true);
  assert.deepEqual(city.saved, ['A:1']);
  city.account = 'A';
  await saving;
});

test('one over which the server breaks down does not hold up the others, and is said not to be accepted', async () => {
  city.bad.add('bad');
  const source = new ServerSource(1);
  const outcomes = await source.save('m', [read('1'), read('bad'), read('2')]);
  assert.deepEqual(outcomes.map((it) => `${it.operation} ${it.outcome}`), ['1 DONE', '2 DONE', 'bad REFUSED']);
  assert.deepEqual(city.saved, ['A:1', 'A:2']);
});

test('one that stands at the front alone lets others go first', async () => {
  city.bad.add('bad');
  const source = new ServerSource(1);
  const bad = source.save('m', [read('bad')]);
  const good = source.save('m', [read('good')]);
  assert.equal((await good)[0].outcome, 'DONE');
  assert.equal((await bad)[0].outcome, 'REFUSED');
});

test('while the server breaks down over everything nothing is given up', async () => {
  city.down = true;
  const source = new ServerSource(1);
  const one = source.save('m', [read('1'), read('2')]);
  const other = source.save('m', [read('3')]);
  await until(() => city.posts > 20);
  assert.equal(source.condition.pending, 3);
  city.down = false;
  assert.deepEqual([...(await one), ...(await other)].map((it) => it.outcome), ['DONE', 'DONE', 'DONE']);
});
