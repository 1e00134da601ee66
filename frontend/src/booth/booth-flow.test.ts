import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tracker, readBallot, type Choice } from '../ballot/ballot';
import { readOpening, trackerOf } from '../ballot/challenge';
import { BELENIOS_2048 as group } from '../ballot/belenios-2048';
import { readCredentials, writeCredentials } from '../ballot/credentials';
import { inverse, modulo } from '../ballot/group';
import { randomScalars, seededScalars } from '../ballot/scalars';
import { hexHash } from '../ballot/sha256';
import { trusteeKey } from '../ballot/trustees';
import { readElection, Workshop } from '../ballot/election';
import { NotReached, Refused, SignedOut, troubleOf } from '../ballot/trouble';
import { opened, tellers, THREE_OF_FIVE, YES_NO_ABSTENTION, begun } from '../ballot/sample-election';
import { MemoryShelf } from '../offline/memory-shelf';
import { BallotMaker } from './ballot-maker';
import { BoothFlow, type BoothView } from './booth-flow';
import { FetchedBoothServer, type BoothServer, type PollState } from './booth-server';

const { trustees } = await tellers(2, 2);
const sample = opened('TestKabine1Test', trustees, [YES_NO_ABSTENTION, THREE_OF_FIVE], 3);
const lost = new NotReached('connection lost');

/** A poll with one voter of interest and whatever the tests let fail. */
function poll() {
  const server = {
    phase: 'REGISTERING' as PollState['phase'],
    key: null as string | null,
    ballot: null as string | null,
    casts: [] as string[],
    failing: 0,
    credentials: '',
    open() {
      const others = [...readCredentials(group, sample.credentials).values()].map((it) => it.key);
      server.credentials = writeCredentials(group, server.key === null ? others : [...others, group.read(server.key)]);
      server.phase = 'OPEN';
    },
  };
  const seam: BoothServer = {
    async poll() {
      return { phase: server.phase, uuid: 'TestKabine1Test', group: group.name, registered: server.key !== null, voted: server.ballot !== null };
    },
    async setup() {
      return { election: sample.election, trustees, credentials: server.credentials };
    },
    async register(key) {
      if (server.key !== null && server.key !== key) {
        throw new Refused('anderes Gerät');
      }
      server.key = key;
    },
    async cast(ballot) {
      server.casts.push(ballot);
      if (server.failing-- > 0) {
        throw lost;
      }
      if (server.phase === 'CLOSED' || (server.ballot !== null && server.ballot !== ballot)) {
        throw new Refused('zu spät');
      }
      server.ballot = ballot;
      return tracker(ballot);
    },
  };
  return { server, seam };
}

/** A browser of the voter. */
function device(seam: BoothServer, shelf = new MemoryShelf(), windows: { lost?: () => void } = {}) {
  const maker = new BallotMaker();
  const views: BoothView['at'][] = [];
  const reported: unknown[] = [];
  let awake: (() => void)[] = [];
  const around = {
    server: seam,
    shelf,
    maker: {
      newCredential: async (name: string) => maker.newCredential(name),
      prepare: async (...it: Parameters<BallotMaker['prepare']>) => maker.prepare(...it),
      make: async (it: Choice[]) => maker.make(it),
      open: async () => maker.open(),
      forget: async () => maker.forget(),
    },
    hold: async (steal: boolean, taken: () => void) => {
      if (windows.lost && !steal) {
        return false;
      }
      windows.lost?.();
      windows.lost = taken;
      return true;
    },
    wait: () => new Promise<void>((done) => awake.push(done)),
    report: (fault: unknown) => void reported.push(fault),
  };
  const flow = new BoothFlow('poll', around, () => views.push(flow.view.at));
  /** Lets everything go on that waits. */
  const goOn = async (): Promise<void> => {
    await settled();
    const waiting = awake;
    awake = [];
    waiting.forEach((it) => it());
    await settled();
  };
  return { flow, shelf, views, goOn, windows, reported, maker: around.maker };
}

async function settled(): Promise<void> {
  for (let i = 0; i < 30; i++) {
    await new Promise((done) => setImmediate(done));
  }
}

async function chosen(flow: BoothFlow): Promise<void> {
  flow.choose(0, 0);
  flow.next();
  flow.choose(1, 3);
  flow.choose(1, 1);
  flow.next();
  assert.equal(flow.view.at, 'review');
  await flow.encrypt();
  assert.equal(flow.view.at, 'encrypted');
}

async function inTheBooth() {
  const { server, seam } = poll();
  const it = device(seam);
  void it.flow.start();
  await settled();
  assert.equal(it.flow.view.at, 'registered');
  server.open();
  await it.goOn();
  assert.equal(it.flow.view.at, 'choosing', JSON.stringify(it.flow.view));
  return { server, seam, ...it };
}

test('a voter registers, waits for the opening, chooses, casts, and has the tracker', async () => {
  const { flow, server, shelf } = await inTheBooth();
  assert.equal(flow.head, begun({ ...sample, credentials: server.credentials }).head, 'the hash that the display shows too');
  await chosen(flow);
  const told = flow.view;

  await flow.cast();

  assert.deepEqual(flow.view, { at: 'cast', tracker: tracker(server.ballot!) });
  assert.equal((told as { tracker: string }).tracker, tracker(server.ballot!));
  assert.ok(readBallot(new Workshop(readElection(sample.election), 5), server.ballot!));
  assert.deepEqual(shelf.records.get('poll'), { tracker: tracker(server.ballot!), cast: true }, 'neither secret nor ballot stays');
});

test('rules of the questions hold: one of several, up to three or blank, nothing incomplete', async () => {
  const { flow } = await inTheBooth();
  flow.next();
  assert.deepEqual(flow.view, { at: 'choosing', question: 0 }, 'nothing chosen yet');
  flow.choose(0, 0);
  flow.choose(0, 2);
  assert.deepEqual(flow.choices[0], [2]);
  flow.next();
  [0, 1, 2, 3].forEach((it) => flow.choose(1, it));
  assert.deepEqual(flow.choices[1], [0, 1, 2], 'a fourth is not taken');
  flow.choose(1, 'blank');
  assert.equal(flow.choices[1], 'blank');
  flow.choose(1, 4);
  assert.deepEqual(flow.choices[1], [4]);
  flow.choose(1, 4);
  assert.ok(!flow.complete(1));
});

test('a ballot that no answer came to is sent again as it is, and after a reload too', async () => {
  const it = await inTheBooth();
  await chosen(it.flow);
  it.server.failing = 2;
  void it.flow.cast();
  await settled();
  assert.deepEqual(it.flow.view.at === 'sending' && it.flow.view.waiting, true);
  it.flow.end(); // the page is reloaded

  const after = device(it.seam, it.shelf);
  void after.flow.start();
  await settled();
  await after.goOn();

  assert.equal(after.flow.view.at, 'cast');
  assert.equal(it.server.casts.length, 3);
  assert.equal(new Set(it.server.casts).size, 1);
});

test('an answer that was lost does not make a second ballot', async () => {
  const it = await inTheBooth();
  await chosen(it.flow);
  const taken = it.seam.cast;
  it.seam.cast = async (ballot) => {
    it.seam.cast = taken;
    await taken(ballot);
    throw lost;
  };
  void it.flow.cast();
  await settled();
  await it.goOn();

  assert.equal(it.flow.view.at, 'cast');
  assert.equal(new Set(it.server.casts).size, 1);
});

test('pressing twice casts once', async () => {
  const it = await inTheBooth();
  await chosen(it.flow);
  await Promise.all([it.flow.cast(), it.flow.cast(), it.flow.challenge()]);
  assert.equal(it.server.casts.length, 1);
  assert.equal(it.flow.view.at, 'cast');
});

test('a second window sees that another one has the booth, and may take it; the first then casts nothing', async () => {
  const it = await inTheBooth();
  await chosen(it.flow);
  const second = device(it.seam, it.shelf, it.windows);
  await second.flow.start();
  assert.equal(second.flow.view.at, 'other-window');

  void second.flow.start(true);
  await settled();

  assert.equal(it.flow.view.at, 'other-window');
  await it.flow.cast();
  assert.equal(it.server.casts.length, 0);
  assert.equal(second.flow.view.at, 'choosing');
});

test('a second device neither registers nor votes', async () => {
  const it = await inTheBooth();
  const second = device(it.seam);
  await second.flow.start();
  assert.deepEqual(second.flow.view, { at: 'elsewhere', voted: false });
  await chosen(it.flow);
  await it.flow.cast();
  const third = device(it.seam);
  await third.flow.start();
  assert.deepEqual(third.flow.view, { at: 'elsewhere', voted: true });
});

test('a challenged ballot is opened, checked by a second device, and never cast', async () => {
  const it = await inTheBooth();
  await chosen(it.flow);
  const shown = (it.flow.view as { tracker: string }).tracker;
  await it.flow.challenge();
  const { opening } = it.flow.view as { opening: string };

  const workshop = new Workshop(readElection(sample.election), 5);
  const keys = [...readCredentials(group, it.server.credentials).values()].map((one) => one.key);
  const read = readOpening(opening);
  assert.deepEqual(read.marks, [[true, false, false], [false, false, true, false, true, false]]);
  assert.equal(trackerOf(workshop, keys, read), shown);
  const cheated = { ...read, marks: [[false, true, false], read.marks[1]!] };
  assert.notEqual(trackerOf(workshop, keys, cheated), shown);

  const seeded = seededScalars(read.seed, group.order);
  const key = keys[read.place]!;
  const revealed = Array.from({ length: 200 }, () => seeded.next()).some((drawn) => {
    const secret = modulo((drawn - read.signature.response) * inverse(read.signature.challenge, group.order), group.order);
    return group.equal(workshop.g(secret), key);
  });
  assert.ok(!revealed, 'the credential stays secret: nothing of the signature comes from the seed');

  await it.flow.cast();
  assert.equal(it.server.casts.length, 0);
  it.flow.again();
  assert.deepEqual(it.flow.view, { at: 'choosing', question: 0 });
  await chosen(it.flow);
  assert.notEqual((it.flow.view as { tracker: string }).tracker, shown);
});

test('a poll that is closed meanwhile ends the choosing, and refuses what was on its way', async () => {
  const first = await inTheBooth();
  first.server.phase = 'CLOSED';
  await first.goOn();
  assert.equal(first.flow.view.at, 'closed');

  const second = await inTheBooth();
  await chosen(second.flow);
  second.server.phase = 'CLOSED';
  await second.flow.cast();
  assert.deepEqual(second.flow.view, { at: 'refused', message: 'zu spät' });
});

test('nobody votes in an election from whose list they are missing, or whose key is another', async () => {
  const { server, seam } = poll();
  const it = device(seam);
  void it.flow.start();
  await settled();
  server.phase = 'OPEN';
  server.credentials = sample.credentials;
  await it.goOn();
  assert.deepEqual(it.flow.view, { at: 'unsound', fault: 'left-out' });

  const maker = new BallotMaker();
  const credential = maker.newCredential(group.name);
  const setup = { election: sample.election, trustees: (await tellers(2, 2, 'ceremony-2')).trustees, credentials: sample.credentials };
  assert.equal(maker.prepare(setup, 'TestKabine1Test', credential).fault, 'key');
  assert.equal(maker.prepare({ ...setup, trustees }, 'AndereWahl1234', credential).fault, 'other-election');
});

test('nobody votes where somebody alone could open the votes', async () => {
  const key = trusteeKey(group, 7n, randomScalars(group.order), false);
  const single = JSON.stringify([['Single', key]]);
  for (const invented of [single, (await tellers(1, 1)).trustees]) {
    const other = opened('TestKabine2Test', invented, [YES_NO_ABSTENTION], 1);
    const credential = { secret: other.voters[0]!.toString(), key: group.print(group.power(group.generator, other.voters[0]!)) };
    const prepared = new BallotMaker().prepare({ election: other.election, trustees: invented, credentials: other.credentials }, 'TestKabine2Test', credential);
    assert.equal(prepared.fault, 'alone');
  }
});

test('nobody votes where votes have weights, and what everybody compares is shown', () => {
  const credential = { secret: sample.voters[0]!.toString(), key: group.print(group.power(group.generator, sample.voters[0]!)) };
  const setup = { election: sample.election, trustees, credentials: sample.credentials };
  const prepared = new BallotMaker().prepare(setup, 'TestKabine1Test', credential);
  assert.deepEqual([prepared.fault, prepared.tellers, prepared.head], [null, hexHash(trustees), begun(sample).head]);

  const heavy = JSON.stringify((JSON.parse(sample.credentials) as string[]).map((it, i) => (i === 0 ? `${it},5` : it)));
  assert.equal(new BallotMaker().prepare({ ...setup, credentials: heavy }, 'TestKabine1Test', credential).fault, 'malformed');
});

/** Lets the next call fail. */
function fails<K extends keyof BoothServer>(seam: BoothServer, call: K, fault: Error): void {
  const before = seam[call];
  seam[call] = (async () => {
    seam[call] = before;
    throw fault;
  }) as BoothServer[K];
}

test('a server that is not reached is asked again, and says nothing of it while the voter chooses', async () => {
  const { server, seam } = poll();
  fails(seam, 'poll', lost);
  const it = device(seam);
  void it.flow.start();
  await settled();
  assert.equal(it.flow.view.at, 'not-reached');

  fails(seam, 'register', lost);
  await it.goOn();
  assert.equal(it.flow.view.at, 'not-reached');
  await it.goOn();
  assert.equal(it.flow.view.at, 'registered');

  server.open();
  fails(seam, 'setup', lost);
  await it.goOn();
  assert.equal(it.flow.view.at, 'not-reached');
  await it.goOn();
  assert.equal(it.flow.view.at, 'choosing');

  fails(seam, 'poll', lost);
  await it.goOn();
  assert.equal(it.flow.view.at, 'choosing');
  assert.deepEqual(it.reported, []);
});

test('who is not admitted reads why, and is registered as soon as the reason is gone', async () => {
  const { seam } = poll();
  fails(seam, 'register', new Refused('Sie sind nicht anwesend.'));
  const it = device(seam);
  void it.flow.start();
  await settled();
  assert.deepEqual(it.flow.view, { at: 'not-admitted', message: 'Sie sind nicht anwesend.' });

  await it.goOn();
  assert.equal(it.flow.view.at, 'registered');
});

test('who was not admitted before the opening is told so, and not that the election is wrong', async () => {
  const { server, seam } = poll();
  fails(seam, 'register', new Refused('Sie sind nicht anwesend.'));
  const it = device(seam);
  void it.flow.start();
  await settled();
  server.open();
  await it.goOn();
  assert.equal(it.flow.view.at, 'not-registered');
});

test('a session that is lost while the voter chooses takes nothing away', async () => {
  const it = await inTheBooth();
  it.flow.choose(0, 1);
  it.flow.next();
  fails(it.seam, 'poll', new SignedOut());
  await it.goOn();
  assert.equal(it.flow.view.at, 'signed-out');

  await it.goOn();

  assert.deepEqual(it.flow.view, { at: 'choosing', question: 1 });
  assert.deepEqual(it.flow.choices[0], [1]);
});

test('a ballot waits for the voter to sign in again, and is then sent by itself, once', async () => {
  const it = await inTheBooth();
  await chosen(it.flow);
  fails(it.seam, 'cast', new SignedOut());
  void it.flow.cast();
  await settled();
  assert.equal(it.flow.view.at, 'signed-out');

  await it.flow.look(); // the page wakes
  await it.goOn();

  assert.equal(it.flow.view.at, 'cast');
  assert.equal(it.server.casts.length, 1);
});

test('a fault of page or server is said in its words and reported; the ballot stays and is sent when the voter tries again', async () => {
  const it = await inTheBooth();
  await chosen(it.flow);
  const fault = new Error('not taken: 404');
  fails(it.seam, 'cast', fault);
  await it.flow.cast();
  assert.deepEqual(it.flow.view, { at: 'trouble', trouble: { kind: 'unknown', message: 'not taken: 404' } });
  assert.deepEqual(it.reported, [fault]);

  const again = device(it.seam, it.shelf);
  await again.flow.start();

  assert.equal(again.flow.view.at, 'cast');
});

test('a worker that fails is no lost connection', async () => {
  const { seam } = poll();
  const it = device(seam);
  it.maker.newCredential = () => Promise.reject(new Error('the worker does not start'));
  await it.flow.start();
  assert.deepEqual(it.flow.view, { at: 'trouble', trouble: { kind: 'unknown', message: 'the worker does not start' } });

  const later = await inTheBooth();
  await chosen(later.flow);
  later.maker.open = () => Promise.reject(new Error('there is no ballot to open'));
  await later.flow.challenge();
  assert.equal(later.flow.view.at, 'trouble');
});

test('without space on the device nothing is sent, and what the server has taken stays cast', async () => {
  const full = new DOMException('', 'QuotaExceededError');
  const first = await inTheBooth();
  await chosen(first.flow);
  first.shelf.put = () => Promise.reject(full);
  await first.flow.cast();
  assert.deepEqual(first.flow.view, { at: 'trouble', trouble: { kind: 'storage-full' } });
  assert.equal(first.server.casts.length, 0);

  const second = await inTheBooth();
  await chosen(second.flow);
  const put = second.shelf.put.bind(second.shelf);
  second.shelf.put = async (entries) => {
    second.shelf.put = () => Promise.reject(full);
    await put(entries);
  };
  await second.flow.cast();
  assert.equal(second.flow.view.at, 'cast');
});

test('the endpoints tell a server that is not reached, a refusal and a lost session from a fault of our own', async () => {
  const server = new FetchedBoothServer('/api/secret-polls/1', 'p-1');
  const before = globalThis.fetch;
  const told = async (asked: () => Promise<unknown>, answer: () => Promise<Response>): Promise<unknown> => {
    globalThis.fetch = (address) =>
      String(address) === '/api/session' ? Promise.resolve(Response.json({ person: 'p-1', tokenHeader: 'X', token: 'y' })) : answer();
    try {
      return await asked().then(() => null, (fault: unknown) => troubleOf(fault));
    } finally {
      globalThis.fetch = before;
    }
  };
  for (const asked of [() => server.poll(), () => server.setup(), () => server.register('4'), () => server.cast('{}')]) {
    const status = (code: number) => told(asked, async () => new Response('', { status: code }));
    assert.deepEqual(await told(asked, () => Promise.reject(new TypeError('Failed to fetch'))), { kind: 'not-reached' });
    assert.deepEqual(await told(asked, () => Promise.reject(new DOMException('', 'TimeoutError'))), { kind: 'not-reached' });
    for (const code of [429, 500, 502, 503]) {
      assert.deepEqual(await status(code), { kind: 'not-reached' });
    }
    assert.deepEqual(await status(401), { kind: 'signed-out' });
    assert.deepEqual(await status(404), { kind: 'unknown', message: 'not taken: 404' });
    assert.deepEqual(await told(asked, async () => Response.json({ message: 'Nein.' }, { status: 409 })), { kind: 'refused', message: 'Nein.' });
    assert.equal(((await told(asked, async () => new Response('<html>'))) as { kind: string }).kind, 'unknown');
  }
});
