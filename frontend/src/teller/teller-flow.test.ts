import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ArchiveWriter } from '../ballot/archive';
import { BELENIOS_2048 as group } from '../ballot/belenios-2048';
import {
  agreed,
  announcement,
  begin,
  CeremonyFault,
  ceremonyCode,
  heard,
  second,
  third,
  trusteesFile,
  type FirstMessage,
  type Secrets,
} from '../ballot/ceremony';
import { combine, decrypt, readPartial, readTally, tallied, writeResult, writeTally } from '../ballot/decryption';
import { readBallot } from '../ballot/ballot';
import { begun, cast, counted, opened, tellers, wholeArchive, YES_NO_ABSTENTION, type SampleElection } from '../ballot/sample-election';
import { randomScalars } from '../ballot/scalars';
import { hexHash } from '../ballot/sha256';
import { readTrustees } from '../ballot/trustees';
import { MemoryShelf } from '../offline/memory-shelf';
import { WrongPassphrase } from '../offline/sealing';
import { verify } from '../verify/verification';
import { allAnnounced, codeCompared, codeOf, decryptTally, isOurs, secondRound, startCeremony, summaryOf, thirdRound } from './key-work';
import { exported, imported, Keeping, NotAShare, type Passkeys } from './keeping';
import { TellerFlow, type TellerView } from './teller-flow';
import { FetchedTellerServer, type Ceremony, type Task, type TellerServer } from './teller-server';
import { NotReached, Refused, SignedOut } from '../ballot/trouble';
import { troubleOf } from './trouble';

const PASSPHRASE = 'Morgen wird gezählt';
const ITERATIONS = 1_000;
const TELLERS = ['Anna', 'Bernd', 'Çelik'];

/** A server with one ceremony and one poll. */
function town() {
  const it = {
    number: 0,
    state: null as Omit<Ceremony, 'index'> | null,
    sample: null as SampleElection | null,
    archive: null as ArchiveWriter | null,
    strong: [] as { owner: number; proofs: unknown }[],
    partials: new Map<number, string>(),
    confirmed: [] as boolean[],
    /** What happens instead of everything that is asked. */
    failing: null as Error | null,
    minimum: undefined as number | undefined,
    /** What the server changes on the way. */
    tamper: (message: string, _round: number, _index: number): string => message,

    begin() {
      const empty = (): null[] => TELLERS.map(() => null);
      it.state = { id: `ceremony-${++it.number}`, organization: 'Stadtrat Lindenau', threshold: 2, group: group.name, state: 'RUNNING', tellers: TELLERS, rounds: [empty(), empty(), empty(), empty()] };
    },

    openPoll(votes: number[], uuid = 'TestZaehung1234') {
      const sample = opened(uuid, it.state!.trustees!, [YES_NO_ABSTENTION], votes.length);
      const ballots = votes.map((vote, i) => cast(sample, i, [vote]));
      const tally = tallied(sample.workshop.election, ballots.map((raw) => ({ ...readBallot(sample.workshop, raw), weight: 1n })));
      it.sample = sample;
      it.archive = begun(sample);
      ballots.forEach((raw) => it.archive!.add('Ballot', raw));
      it.archive.add('EndBallots');
      it.archive.encryptedTally(writeTally(group, tally), votes.length, votes.length);
    },

    decrypted(owner: number, partial: string, strong: string) {
      it.partials.set(owner, partial);
      it.archive!.partialDecryption(owner, partial);
      it.strong.push({ owner, proofs: JSON.parse(strong) });
      if (it.partials.size === 2) {
        const { election } = it.sample!.workshop;
        const history = [...it.partials].map(([who, raw]) => [who, readPartial(election, raw)] as const);
        const raw = it.archive!['events'].find((one: { type: string }) => one.type === 'EncryptedTally')!.data[0]!;
        const tally = readTally(election, raw);
        const result = combine(election, readTrustees(group, it.sample!.trustees), tally, new Map(history), 3)!;
        it.archive!.add('Result', writeResult(result));
      }
    },

    seam(index: number): TellerServer {
      const reached = (): void => {
        if (it.failing !== null) {
          throw it.failing;
        }
      };
      return {
        async ceremony() {
          reached();
          if (it.state === null) {
            return null;
          }
          const rounds = it.state.rounds.map((all, round) =>
            all.map((message, from) => (message === null || from + 1 === index ? message : it.tamper(message, round, from + 1))),
          );
          return { ...structuredClone(it.state), rounds: rounds as Ceremony['rounds'], index };
        },
        async publish(id, round, message) {
          reached();
          const { rounds, threshold } = it.state!;
          const there = rounds[round]![index - 1];
          assert.equal(id, it.state!.id);
          assert.ok(there === null || there === message, 'what was published is never another one');
          if (it.state!.state !== 'RUNNING') {
            throw new Refused('Diese Schlüsselerzeugung ist beendet.');
          }
          assert.ok(round === 0 || rounds[round - 1]!.every((one) => one !== null), 'nothing goes out before all have sent the message before');
          rounds[round]![index - 1] = message;
          if (rounds.every((all) => all.every((one) => one !== null))) {
            const [first, middle, last] = rounds.slice(1).map((all) => all.map((one) => JSON.parse(one!)));
            it.state = { ...it.state!, state: 'DONE', trustees: trusteesFile(threshold, first as never, middle as never, last as never) };
          }
        },
        async abort(_id, reason) {
          reached();
          if (it.state!.state === 'DONE') {
            throw new Refused('Der Schlüssel ist schon fertig.');
          }
          it.state = { ...it.state!, state: 'ABORTED', reason };
        },
        async tasks(): Promise<Task[]> {
          reached();
          if (it.archive === null || it.state === null) {
            return [];
          }
          const todo = it.partials.size >= 2 ? 'CONFIRM' : it.partials.has(index) ? null : 'DECRYPT';
          const task = { poll: 'poll-1', title: 'Haushalt', uuid: 'TestZaehung1234', ceremony: 'ceremony-1', minimum: it.minimum };
          return todo === null ? [] : [{ ...task, todo }];
        },
        archive: async () => it.archive!.bytes(),
        strongProofs: async () => JSON.stringify(it.strong),
        decrypt: async (_task, owner, partial, strong) => it.decrypted(owner, partial, strong),
        confirm: async (_task, accepted) => void it.confirmed.push(accepted),
      };
    },
  };
  return it;
}

const noPasskeys: Passkeys = { create: async () => null, ask: () => Promise.reject(new Error('none')) };

function device(seam: TellerServer, shelf = new MemoryShelf(), passkeys = noPasskeys) {
  let awake: (() => void)[] = [];
  const views: TellerView['at'][] = [];
  const reported: unknown[] = [];
  const keeping = new Keeping<Secrets>('teller', shelf, passkeys, ITERATIONS);
  const flow = new TellerFlow(
    {
      server: seam,
      keeping,
      work: {
        start: startCeremony,
        heard: allAnnounced,
        code: codeOf,
        compared: codeCompared,
        second: secondRound,
        third: thirdRound,
        isOurs: async (...it) => isOurs(...it),
        summary: async (bytes) => summaryOf(bytes),
        decrypt: async (...it) => decryptTally(...it),
        verify: (bytes, given) => verify(bytes, given),
      },
      hold: async () => true,
      wait: () => new Promise((done) => awake.push(done)),
      report: (fault) => reported.push(fault),
      iterations: ITERATIONS,
    },
    () => views.push(flow.view.at),
  );
  const wake = (): void => {
    const waiting = awake;
    awake = [];
    waiting.forEach((it) => it());
  };
  return { flow, shelf, views, reported, wake };
}

type Device = ReturnType<typeof device>;

/** Lets all go on until every one of them has come to one of these views. */
async function until(devices: Device[], ...at: TellerView['at'][]): Promise<void> {
  for (let turn = 0; turn < 2_000 && !devices.every((it) => at.includes(it.flow.view.at)); turn++) {
    devices.forEach((it) => it.wake());
    await new Promise((done) => setTimeout(done, 1));
  }
  devices.forEach((it) => assert.ok(at.includes(it.flow.view.at), `${JSON.stringify(it.flow.view).slice(0, 300)}, not ${at}`));
}

async function joined(server: ReturnType<typeof town>): Promise<Device[]> {
  server.begin();
  const devices = TELLERS.map((_, i) => device(server.seam(i + 1)));
  devices.forEach((it) => void it.flow.start());
  await until(devices, 'invited');
  devices.forEach((it) => void it.flow.join({ passphrase: PASSPHRASE }));
  await until(devices, 'comparing');
  return devices;
}

async function ready(server: ReturnType<typeof town>): Promise<Device[]> {
  const devices = await joined(server);
  const codes = new Set(devices.map((it) => (it.flow.view as { digits: string }).digits));
  assert.equal(codes.size, 1, 'all read the same digits');
  devices.forEach((it) => void it.flow.same());
  await until(devices, 'ready');
  return devices;
}

function task(it: Device): Task {
  return (it.flow.view as { tasks: Task[] }).tasks[0]!;
}

async function tasked(devices: Device[], todo: Task['todo']): Promise<void> {
  for (let turn = 0; turn < 2_000 && !devices.every((it) => it.flow.view.at === 'ready' && task(it)?.todo === todo); turn++) {
    devices.forEach((it) => it.wake());
    await new Promise((done) => setTimeout(done, 1));
  }
  devices.forEach((it) => assert.equal(task(it).todo, todo));
}

/** Decrypts, having compared with the display. */
async function decrypts(it: Device): Promise<void> {
  void it.flow.decrypt(task(it));
  await until([it], 'approving');
  void it.flow.approve();
}

test('three tellers make a key, two decrypt after comparing with the display, and each verifies the result', async () => {
  const server = town();
  const devices = await ready(server);
  const [anna, , celik] = devices as [Device, Device, Device];
  server.openPoll([0, 0, 1]);
  await tasked([anna, celik], 'DECRYPT');
  assert.equal(anna.flow.trustees, hexHash(server.state!.trustees!));
  assert.equal(anna.flow.organization, 'Stadtrat Lindenau', 'which the printed sheet names');

  const task0 = task(anna);
  void anna.flow.decrypt(task(anna));
  await until([anna], 'approving');
  const closing = server.archive!['events'].find((it: { type: string }) => it.type === 'EndBallots')!.hash;
  assert.deepEqual(anna.flow.view, { at: 'approving', task: task0, ballots: 3, closing }, 'what the display shows');
  assert.equal(server.partials.size, 0);
  void anna.flow.approve();
  await decrypts(celik);
  await tasked(devices, 'CONFIRM');
  devices.forEach((it) => void it.flow.confirm(task(it)));
  for (let turn = 0; turn < 2_000 && server.confirmed.length < 3; turn++) {
    await new Promise((done) => setTimeout(done, 1));
  }

  assert.deepEqual(server.confirmed, [true, true, true]);
  assert.deepEqual(anna.flow.verified.get('poll-1')!.result, [[2, 1, 0]]);
  devices.forEach((it) => it.flow.end());
});

test('a page that is loaded anew goes on where it was, with the same messages, once it is opened', async () => {
  const server = town();
  const [anna, bernd, celik] = (await joined(server)) as [Device, Device, Device];
  void anna.flow.same();
  void bernd.flow.same();
  await until([anna, bernd], 'waiting');
  celik.flow.end();

  const again = device(server.seam(3), celik.shelf);
  void again.flow.start();
  await until([again], 'locked');
  await again.flow.unlock('falsch geraten');
  assert.ok((again.flow.view as { wrong: boolean }).wrong);
  void again.flow.unlock(PASSPHRASE);
  await until([again], 'comparing');
  void again.flow.same();

  await until([anna, bernd, again], 'ready');
  [anna, bernd, again].forEach((it) => it.flow.end());
});

test('a lost network is waited for', async () => {
  const server = town();
  const devices = await joined(server);
  server.failing = new NotReached();
  devices.forEach((it) => void it.flow.same());
  await until(devices, 'not-reached');
  server.failing = null;
  await until(devices, 'ready');
  devices.forEach((it) => it.flow.end());
});

test('a broken off ceremony leaves nothing behind, and the next one runs through', async () => {
  const server = town();
  const devices = await joined(server);
  void devices[1]!.flow.abort('Bernd hat sich vertan');
  await until(devices, 'aborted');
  assert.ok(devices.every((it) => it.shelf.records.size === 0));

  server.begin();
  await until(devices, 'invited');
  devices.forEach((it) => void it.flow.join({ passphrase: PASSPHRASE }));
  await until(devices, 'comparing');
  devices.forEach((it) => void it.flow.same());
  await until(devices, 'ready');
  devices.forEach((it) => it.flow.end());
});

test('an older share stays when a new ceremony is broken off', async () => {
  const server = town();
  const devices = await ready(server);
  server.begin();
  await until(devices, 'invited');
  devices.forEach((it) => void it.flow.join({ passphrase: PASSPHRASE }));
  await until(devices, 'comparing');
  void devices[0]!.flow.abort('doch nicht');
  await until(devices, 'locked');
  void devices[0]!.flow.unlock(PASSPHRASE);
  await until([devices[0]!], 'ready');
  devices.forEach((it) => it.flow.end());
});

/** What a server in the middle would send in the name of the second teller. */
async function foreign(): Promise<Secrets> {
  return startCeremony(group.name, { ceremony: 'ceremony-1', index: 2, size: 3, threshold: 2 });
}

/** Shows the first teller other messages in the name of the second. */
async function between(server: ReturnType<typeof town>, from: { announcement: boolean; after: () => boolean }): Promise<Device[]> {
  const other = await foreign();
  server.begin();
  const devices = TELLERS.map((_, i) => {
    const honest = server.seam(i + 1);
    return device(i === 0 ? { ...honest, ceremony: async () => swapped(await honest.ceremony()) } : honest);
  });
  function swapped(it: Ceremony | null): Ceremony | null {
    if (from.announcement && it?.rounds[0][1]) {
      it.rounds[0][1] = JSON.stringify(announcement(other));
    }
    if (from.after() && it?.rounds[1][1]) {
      it.rounds[1][1] = JSON.stringify(other.sent.first);
    }
    return it;
  }
  devices.forEach((it) => void it.flow.start());
  await until(devices, 'invited');
  devices.forEach((it) => void it.flow.join({ passphrase: PASSPHRASE }));
  return devices;
}

test('a server that puts itself between two tellers makes the digits differ', async () => {
  const devices = await between(town(), { announcement: true, after: () => true });
  await until(devices, 'comparing');

  assert.equal(new Set(devices.map((it) => (it.flow.view as { digits: string }).digits)).size, 2);
  devices.forEach((it) => it.flow.end());
});

test('a first message that is not the announced one is refused: nobody chooses it after having seen another', async () => {
  const server = town();
  const devices = await between(server, { announcement: false, after: () => true });
  await until(devices, 'aborted');

  assert.equal(server.state!.reason, 'announced 2');
  devices.forEach((it) => it.flow.end());
});

test('first messages that are swapped after the digits were compared are refused', async () => {
  const server = town();
  let compared = false;
  const devices = await between(server, { announcement: false, after: () => compared });
  await until(devices, 'comparing');
  compared = true;
  devices.forEach((it) => void it.flow.same());
  await until([devices[0]!], 'aborted');

  assert.match(server.state!.reason!, /^(compared 0|announced 2)$/);
  assert.equal(server.state!.rounds[2][0], null, 'nothing was encrypted to the swapped keys');
  devices.forEach((it) => it.flow.end());
});

test('an announcement is the hash of the very text that follows', () => {
  const first = { a: 1 } as unknown as FirstMessage;
  const secrets = { ceremony: 'c-1', index: 2, sent: { first } } as unknown as Secrets;
  assert.deepEqual(announcement(secrets), { announced: '25744992f12cef070c169719c087ced20f8caf221914d0d21ca59bdcac54c113' });
});

test('whatever is announced: each step asks for the messages that were compared', async () => {
  const places = [1, 2].map((index) => ({ ceremony: 'c', index, size: 2, threshold: 2 }));
  const [anna, bernd, evil] = await Promise.all([...places, places[1]!].map((it) => begin(group, it)));
  const [honest, swapped] = [[anna!, bernd!], [anna!, evil!]].map((all) => all.map((it) => it.sent.first!)) as [FirstMessage[], FirstMessage[]];
  const own = heard(anna!, [anna!, bernd!].map(announcement));
  const agreedOn = agreed(group, own, ceremonyCode(honest), honest);
  const fault = (step: string) => (thrown: unknown) => thrown instanceof CeremonyFault && thrown.step === step;
  const after = await second(group, agreedOn, honest);
  const theirs = await second(group, agreed(group, heard(bernd!, [anna!, bernd!].map(announcement)), ceremonyCode(honest), honest), honest);
  const messages = [after.sent.second!, theirs.sent.second!];

  assert.throws(() => agreed(group, own, ceremonyCode(honest), swapped), fault('announced'));
  assert.throws(() => agreed(group, own, ceremonyCode(swapped), honest), fault('compared'));
  await assert.rejects(second(group, own, honest), fault('compared'), 'nothing was compared');
  await assert.rejects(second(group, agreedOn, swapped), fault('compared'));
  await assert.rejects(third(group, after, swapped, messages), fault('compared'));
  const fooled = { ...after, sent: { ...after.sent, second: theirs.sent.second } };
  await assert.rejects(third(group, { ...fooled, compared: ceremonyCode(swapped) }, honest, messages), fault('compared'));
  assert.ok((await third(group, after, honest, messages)).share);
  assert.throws(() => heard(anna!, [announcement(evil!), announcement(bernd!)]), fault('announced'), 'the own announcement was swapped');
});

test('a message that was changed on its way breaks the ceremony off, and names whose it is', async () => {
  const server = town();
  const devices = await joined(server);
  const otherDigit = (_: string, before: string, digit: string): string => before + ((Number(digit) + 1) % 10);
  server.tamper = (message, round, index) =>
    round === 2 && index === 2 ? message.replace(/(coefexps\\":\[\\"\d{5})(\d)/, otherDigit) : message;
  devices.forEach((it) => void it.flow.same());
  await until(devices, 'aborted');
  assert.match(server.state!.reason!, /^commitments 2$/);
  devices.forEach((it) => it.flow.end());
});

test('nothing is decrypted in an election that does not hold', async () => {
  const server = town();
  const [anna, ...others] = (await ready(server)) as [Device, ...Device[]];
  server.openPoll([0, 1]);
  const two = server.archive!;
  server.archive = begun(server.sample!);
  two['events'].slice(1, -1).forEach((it: { type: 'Ballot'; data: string[] }) => server.archive!.add(it.type, ...it.data));
  server.archive.encryptedTally(two['events'].at(-1)!.data[0]!, 5, 5);
  await tasked([anna], 'DECRYPT');

  await decrypts(anna);
  await until([anna], 'rejected');

  assert.equal(server.partials.size, 0);
  [anna, ...others].forEach((it) => it.flow.end());
});

/** The poll of before, with a sum of fewer ballots. */
function without(server: ReturnType<typeof town>, dropped: number): ArchiveWriter {
  const { workshop } = server.sample!;
  const events = server.archive!['events'] as { type: string; data: string[] }[];
  const ballots = events.filter((it) => it.type === 'Ballot').map((it) => it.data[0]!).slice(0, -dropped);
  const tally = tallied(workshop.election, ballots.map((raw) => ({ ...readBallot(workshop, raw), weight: 1n })));
  const archive = begun(server.sample!);
  ballots.forEach((it) => archive.add('Ballot', it));
  archive.add('EndBallots');
  archive.encryptedTally(writeTally(group, tally), ballots.length, ballots.length);
  return archive;
}

test('a second sum of the same election is never decrypted, on no device that has the share', async () => {
  const server = town();
  const devices = await ready(server);
  const anna = devices[0]!;
  await anna.flow.export('Auf dem Weg zum Tresor');
  const before = (anna.flow.view as { exportedShare: string }).exportedShare;
  server.openPoll([0, 1, 1, 2]);
  await tasked([anna], 'DECRYPT');
  await decrypts(anna);
  await until([anna], 'ready');
  await anna.flow.export('Auf dem Weg zum Tresor');
  const file = (anna.flow.view as { exportedShare: string }).exportedShare;
  assert.equal(server.partials.size, 1);

  const first = server.archive!;
  server.partials.clear();
  server.archive = without({ ...server, archive: first }, 1);
  anna.flow.closeExport();
  await tasked([anna], 'DECRYPT');
  void anna.flow.decrypt(task(anna));
  await until([anna], 'withheld');
  assert.equal((anna.flow.view as { why: string }).why, 'other-sum');

  const other = device(server.seam(1));
  void other.flow.start();
  await until([other], 'elsewhere');
  void other.flow.import(file, 'Auf dem Weg zum Tresor');
  await tasked([other], 'DECRYPT');
  void other.flow.decrypt(task(other));
  await until([other], 'withheld');

  anna.flow.end();
  const again = device(server.seam(1), anna.shelf);
  void again.flow.start();
  await until([again], 'locked');
  void again.flow.import(before, 'Auf dem Weg zum Tresor');
  await tasked([again], 'DECRYPT');
  void again.flow.decrypt(task(again));
  await until([again], 'withheld');
  assert.equal(server.partials.size, 0, 'an older export does not make the device forget');
  [...devices, other, again].forEach((it) => it.flow.end());
});

test('the result of another sum than the own one is not confirmed, however well it verifies', async () => {
  const server = town();
  const devices = await ready(server);
  const anna = devices[0]!;
  server.openPoll([0, 1, 1]);
  await tasked([anna], 'DECRYPT');
  await decrypts(anna);
  await until([anna], 'ready');

  server.archive = without(server, 1);
  server.partials.clear();
  server.strong = [];
  const { election } = server.sample!.workshop;
  const tally = readTally(election, server.archive['events'].at(-1)!.data[0]!);
  for (const [i, it] of devices.slice(1).entries()) {
    const { partial, strong } = decrypt(election, tally, BigInt(it.flow['secrets']!.share!), randomScalars(group.order));
    server.decrypted(i + 2, partial, strong);
  }
  assert.ok((await verify(server.archive.bytes(), { strong: JSON.stringify(server.strong) })).accepted, 'the server has two tellers on its side');

  await tasked([anna], 'CONFIRM');
  void anna.flow.confirm(task(anna));
  await until([anna], 'withheld');

  assert.deepEqual(server.confirmed, [false]);
  assert.equal(anna.flow.verified.size, 0);
  devices.forEach((it) => it.flow.end());
});

test('nothing is decrypted that the teller does not find on the display', async () => {
  const server = town();
  const [anna, ...others] = (await ready(server)) as [Device, ...Device[]];
  server.openPoll([0, 1]);
  await tasked([anna], 'DECRYPT');
  void anna.flow.decrypt(task(anna));
  await until([anna], 'approving');
  void anna.flow.back();
  await until([anna], 'ready');
  await anna.flow.approve();
  assert.equal(server.partials.size, 0);
  [anna, ...others].forEach((it) => it.flow.end());
});

test('a sum of too few ballots, of another election or under the key of others is not decrypted', async () => {
  const server = town();
  const [anna, ...others] = (await ready(server)) as [Device, ...Device[]];
  const asked = async (why: string): Promise<void> => {
    await tasked([anna], 'DECRYPT');
    void anna.flow.decrypt(task(anna));
    await until([anna], 'withheld');
    assert.equal((anna.flow.view as { why: string }).why, why);
    void anna.flow.back();
  };
  server.openPoll([1]);
  await asked('too-few');
  server.minimum = 3;
  server.openPoll([1, 0]);
  await asked('too-few');
  const { trustees } = await tellers(3, 2, 'ceremony-9');
  const honest = server.state!;
  server.state = { ...honest, trustees };
  server.openPoll([1, 0, 1]);
  server.state = honest;
  await asked('other-tellers');
  server.openPoll([1, 0, 1], 'AndereZaehung1');
  await asked('other-election');
  assert.equal(server.partials.size, 0);
  [anna, ...others].forEach((it) => it.flow.end());
});

test('a share that is bound to no sum decrypts none', async () => {
  const { secrets, trustees } = await tellers(3, 2);
  const sample = opened('TestZaehung1234', trustees, [YES_NO_ABSTENTION], 2);
  const ballots = [cast(sample, 0, [0]), cast(sample, 1, [1])];
  const archive = wholeArchive(sample, ballots, counted(sample, secrets, ballots, [1, 2])).bytes();
  const { tally } = summaryOf(archive)!;
  assert.throws(() => decryptTally(archive, secrets[0]!), /not bound/);
  assert.throws(() => decryptTally(archive, { ...secrets[0]!, decrypted: { TestZaehung1234: hexHash('') } }), /not bound/);
  assert.equal(decryptTally(archive, { ...secrets[0]!, decrypted: { TestZaehung1234: tally } })!.owner, 1);
});

test('a share goes to another device by file and passphrase', async () => {
  const server = town();
  const devices = await ready(server);
  const anna = devices[0]!;
  await anna.flow.export('Auf dem Weg zum Tresor');
  const file = (anna.flow.view as { exportedShare: string }).exportedShare;
  devices.forEach((it) => it.flow.end());
  assert.ok(file.length < 800, `${file.length} letters fit into a QR code`);
  await assert.rejects(imported(file, 'falsch geraten'), WrongPassphrase);
  await assert.rejects(imported(file.slice(5), 'Auf dem Weg zum Tresor'), NotAShare);

  const other = device(server.seam(1));
  void other.flow.start();
  await until([other], 'elsewhere');
  void other.flow.import(file, 'Auf dem Weg zum Tresor');
  await until([other], 'ready');
  server.openPoll([2, 0]);
  await tasked([other], 'DECRYPT');
  await decrypts(other);
  for (let turn = 0; turn < 2_000 && server.partials.size === 0; turn++) {
    await new Promise((done) => setTimeout(done, 1));
  }
  assert.ok(server.partials.has(1));
  other.flow.end();
});

test('a passkey protects the share where the device has one that gives secrets', async () => {
  const secret = crypto.getRandomValues(new Uint8Array(32)).buffer;
  const passkeys: Passkeys = { create: async () => ({ id: 'AAAA', secret }), ask: async () => secret };
  const shelf = new MemoryShelf();
  const keeping = new Keeping<Secrets>('teller', shelf, passkeys);
  assert.ok(await keeping.protectByPasskey());
  const secrets = await startCeremony(group.name, { ceremony: 'c', index: 1, size: 3, threshold: 2 });
  await keeping.keep(secrets);

  assert.deepEqual(await new Keeping<Secrets>('teller', shelf, passkeys).open('c'), secrets);
  const other: Passkeys = { ...passkeys, ask: async () => new Uint8Array(32).buffer };
  await assert.rejects(new Keeping<Secrets>('teller', shelf, other).open('c'), WrongPassphrase);
  assert.ok(!JSON.stringify([...shelf.records]).includes(secrets.polynomial[0]!));
  assert.ok((await exported(secrets, PASSPHRASE, ITERATIONS)).includes('ratssaal-share-1'));
});

const full = (): never => {
  throw new DOMException('no space left', 'QuotaExceededError');
};

function trouble(it: Device): unknown {
  return (it.flow.view as { trouble?: unknown }).trouble;
}

test('a device without space says so, and nothing was sent; with space it goes on', async () => {
  const server = town();
  server.begin();
  const devices = TELLERS.map((_, i) => device(server.seam(i + 1)));
  const anna = devices[0]!;
  anna.shelf.before = full;
  devices.forEach((it) => void it.flow.start());
  await until(devices, 'invited');
  devices.forEach((it) => void it.flow.join({ passphrase: PASSPHRASE }));
  await until([anna], 'trouble');
  assert.deepEqual(trouble(anna), { kind: 'storage-full' });
  assert.equal(server.state!.rounds[0][0], null);

  anna.shelf.before = () => {};
  void anna.flow.back();
  await until([anna], 'invited');
  void anna.flow.join({ passphrase: PASSPHRASE });
  await until(devices, 'comparing');
  anna.shelf.before = full;
  devices.forEach((it) => void it.flow.same());
  await until([anna], 'trouble');
  assert.deepEqual(trouble(anna), { kind: 'storage-full' });
  anna.shelf.before = () => {};
  void anna.flow.back();
  await until(devices, 'ready');
  assert.ok(devices.every((it) => it.reported.length === 0));
  devices.forEach((it) => it.flow.end());
});

test('who is signed out reads it, and goes on after signing in', async () => {
  const server = town();
  const devices = await joined(server);
  server.failing = new SignedOut();
  devices.forEach((it) => void it.flow.same());
  await until(devices, 'trouble');
  assert.deepEqual(trouble(devices[0]!), { kind: 'signed-out' });
  server.failing = null;
  await until(devices, 'ready');
  devices.forEach((it) => it.flow.end());
});

test('what the server refuses is read in its words; a press that was refused waits until it has been read', async () => {
  const server = town();
  const devices = await ready(server);
  const anna = devices[0]!;
  server.openPoll([0, 0, 1]);
  const honest = server.decrypted;
  server.decrypted = () => {
    throw new Refused('Die Abstimmung ist abgebrochen.');
  };
  await tasked([anna], 'DECRYPT');
  await decrypts(anna);
  await until([anna], 'trouble');
  assert.deepEqual(trouble(anna), { kind: 'refused', message: 'Die Abstimmung ist abgebrochen.' });
  anna.wake();
  assert.equal(anna.flow.view.at, 'trouble');
  server.decrypted = honest;
  void anna.flow.back();
  await tasked([anna], 'DECRYPT');
  await decrypts(anna);
  await until([anna], 'ready');
  assert.equal(server.partials.size, 1);
  assert.deepEqual(anna.reported, []);
  devices.forEach((it) => it.flow.end());
});

test('a fault that the page does not know is shown and reported, and is no lost network', async () => {
  const server = town();
  const devices = await joined(server);
  const fault = new RangeError('nobody thought of that');
  server.failing = fault;
  devices.forEach((it) => void it.flow.same());
  await until(devices, 'trouble');
  assert.deepEqual(trouble(devices[0]!), { kind: 'unknown', message: 'nobody thought of that' });
  assert.ok(devices.every((it) => it.reported.length === 1 && it.reported[0] === fault), 'once, not with every look');
  server.failing = null;
  devices.forEach((it) => void it.flow.back());
  await until(devices, 'ready');
  devices.forEach((it) => it.flow.end());
});

test('a file of tellers that is not the common one stays on the screen, though the server takes the ceremony for done', async () => {
  const server = town();
  const devices = await joined(server);
  const honest = server.seam(1);
  const fooled = device(
    {
      ...honest,
      ceremony: async () => {
        const it = await honest.ceremony();
        return it?.trustees === undefined ? it : { ...it, trustees: it.trustees.replace('"threshold":2', '"threshold":1') };
      },
    },
    devices[0]!.shelf,
  );
  devices[0]!.flow.end();
  void fooled.flow.start();
  await until([fooled], 'locked');
  void fooled.flow.unlock(PASSPHRASE);
  await until([fooled], 'comparing');
  const all = [fooled, ...devices.slice(1)];
  all.forEach((it) => void it.flow.same());
  await until(all, 'aborted', 'ready');
  for (let turn = 0; turn < 20; turn++) {
    fooled.wake();
    await new Promise((done) => setTimeout(done, 1));
  }
  assert.deepEqual(fooled.flow.view, { at: 'aborted', reason: '', fault: { index: 0, step: 'trustees' }, stays: true });
  assert.equal(fooled.shelf.records.size, 0);
  all.forEach((it) => it.flow.end());
});

test('opening and importing say what is wrong: passphrase, file, device or page', async () => {
  const server = town();
  const devices = await ready(server);
  const anna = devices[0]!;
  await anna.flow.export('Auf dem Weg zum Tresor');
  const file = (anna.flow.view as { exportedShare: string }).exportedShare;
  devices.forEach((it) => it.flow.end());

  const other = device(server.seam(1));
  void other.flow.start();
  await until([other], 'elsewhere');
  assert.deepEqual(await other.flow.import(file, 'falsch geraten'), { kind: 'wrong-passphrase' });
  assert.deepEqual(await other.flow.import(file.slice(5), 'Auf dem Weg zum Tresor'), { kind: 'not-a-share' });
  assert.deepEqual(await other.flow.import(file.replace(/"iterations":\d+/, '"iterations":1e12'), 'x'), { kind: 'not-a-share' });
  const unreadable = { text: () => Promise.reject(new DOMException('gone', 'NotReadableError')) } as unknown as Blob;
  assert.deepEqual(await other.flow.import(unreadable, 'x'), { kind: 'unknown', message: 'gone' });
  assert.equal(other.reported.length, 1);
  other.shelf.before = full;
  assert.deepEqual(await other.flow.import(file, 'Auf dem Weg zum Tresor'), { kind: 'storage-full' });
  other.flow.end();

  const again = device(server.seam(1), anna.shelf);
  void again.flow.start();
  await until([again], 'locked');
  await again.flow.unlock('falsch geraten');
  assert.ok((again.flow.view as { wrong: boolean }).wrong);
  for (const kept of anna.shelf.records.values()) {
    new Uint8Array((kept as { sealed: { data: ArrayBuffer } }).sealed.data)[0]! ^= 1;
  }
  await again.flow.unlock(PASSPHRASE);
  assert.deepEqual(trouble(again), { kind: 'damaged' });
  void again.flow.import(new Blob([file]), 'Auf dem Weg zum Tresor');
  await until([again], 'ready');
  again.flow.end();
});

test('the endpoints tell a lost network, a refusal and a lost session from what nobody foresaw', async () => {
  const server = new FetchedTellerServer('/api/tellers', 'p-1');
  const before = globalThis.fetch;
  const asked = async (answer: () => Response | Promise<Response>): Promise<unknown> => {
    globalThis.fetch = async () => answer();
    try {
      return troubleOf(await server.tasks().then(() => null, (fault: unknown) => fault));
    } finally {
      globalThis.fetch = before;
    }
  };
  const failing = (fault: Error) => () => Promise.reject<Response>(fault);
  assert.deepEqual(await asked(failing(new TypeError('Failed to fetch'))), { kind: 'not-reached' });
  assert.deepEqual(await asked(failing(new DOMException('', 'TimeoutError'))), { kind: 'not-reached' });
  assert.deepEqual(await asked(() => new Response('', { status: 503 })), { kind: 'not-reached' });
  assert.deepEqual(await asked(() => new Response('', { status: 401 })), { kind: 'signed-out' });
  assert.deepEqual(await asked(() => Response.json({ message: 'Nein.' }, { status: 409 })), { kind: 'refused', message: 'Nein.' });
  assert.deepEqual(await asked(() => new Response('', { status: 500 })), { kind: 'unknown', message: 'not taken: 500' });
  assert.equal(((await asked(() => new Response('<html>'))) as { kind: string }).kind, 'unknown');

  globalThis.fetch = async () => Response.json({ person: 'p-2', tokenHeader: 'X', token: 'y' });
  assert.deepEqual(troubleOf(await server.abort('c', 'x').then(() => null, (fault: unknown) => fault)), { kind: 'signed-out' });
  globalThis.fetch = async () => new Response('', { status: 503 });
  assert.deepEqual(troubleOf(await server.abort('c', 'x').then(() => null, (fault: unknown) => fault)), { kind: 'not-reached' });
  globalThis.fetch = before;
});
