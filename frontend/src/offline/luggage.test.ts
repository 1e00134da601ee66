import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Draft } from '../reader/drafts';
import { SourceFault, type Marks, type Meeting, type Operation, type ReaderDocument, type ReaderSource } from '../reader/source';
import { documentsOf, LuggageRoom, PIECE, spaceNeeded, type Declared } from './luggage';
import { MemoryShelf, turns } from './memory-shelf';
import { OfflineSource, type Kept } from './offline-source';
import { Outbox } from './outbox';
import { Vault } from './vault';

const NOTHING: Marks = { cursor: 'c', complete: true, own: [], group: [], read: [], places: [], groupName: null };
const PASSPHRASE = 'Morgen wird getagt';

function paper(id: string, more: Partial<ReaderDocument> = {}): ReaderDocument {
  return {
    id,
    title: `Vorlage ${id}`,
    kind: 'FILE',
    pages: 1,
    bytes: 10,
    nonPublic: false,
    fingerprint: `f-${id}`,
    new: true,
    address: `/documents/${id}`,
    original: null,
    ...more,
  };
}

function sitting(documents: ReaderDocument[], id = 'm1'): Meeting {
  return {
    id,
    title: '7. Sitzung',
    organization: 'Stadtrat',
    start: '2026-03-18T16:00:00Z',
    zone: 'Europe/Berlin',
    version: String(documents.length),
    whole: false,
    items: [{ id: 'i', number: 'Ö 1', depth: 0, title: 'Haushalt', nonPublic: false, documents }],
  };
}

/** A city with one meeting, and a network that can be cut. */
async function world() {
  const shelf = new MemoryShelf();
  const around = { now: () => Date.parse('2026-03-18T16:00:00Z'), turn: turns(), iterations: 1_000 };
  const city = {
    meetings: new Map([['m1', sitting([paper('a'), paper('b')])]]),
    contents: new Map<string, Uint8Array>([
      ['a', new TextEncoder().encode('Grundstück A')],
      ['b', new TextEncoder().encode('Grundstück B')],
    ]),
    marks: { ...NOTHING },
    online: true,
    declared: [] as Declared[],
    asked: [] as string[],
    mayNot: new Set<string>(),
    cutAfter: Infinity,
    converting: 0,
    waits: [] as number[],
    saved: [] as Operation[],
    tagged: true,
  };
  const reach = () => {
    if (!city.online) {
      throw new SourceFault('OFFLINE');
    }
  };
  const server = Object.assign(new EventTarget(), {
    condition: { online: true, pending: 0 },
    meetings: () => Promise.resolve().then(() => (reach(), [...city.meetings.values()])),
    meeting: (id: string) =>
      Promise.resolve().then(() => {
        reach();
        const found = city.meetings.get(id);
        if (!found) {
          throw new SourceFault('GONE');
        }
        return found;
      }),
    document: (document: ReaderDocument) => Promise.resolve().then(() => (reach(), { url: document.address })),
    pageTexts: (document: ReaderDocument) => Promise.resolve().then(() => (reach(), [`Text ${document.id}`])),
    marks: () => Promise.resolve().then(() => (reach(), city.marks)),
    save: () => Promise.reject(new Error('not asked')),
  }) as unknown as ReaderSource;
  const fetched = (address: string, request: RequestInit): Promise<Response> => {
    const range = (request.headers as Record<string, string>)['Range'];
    city.asked.push(`${address} ${range ?? ''}`.trim());
    if (!city.online) {
      return Promise.reject(new TypeError('Failed to fetch'));
    }
    if (city.converting-- > 0) {
      return Promise.resolve(new Response(null, { status: 202, headers: { 'Retry-After': '2' } }));
    }
    const content = city.contents.get(address.split('/').at(-1)!);
    if (content === undefined) {
      return Promise.resolve(new Response(null, { status: 415 }));
    }
    const from = range ? Number(/bytes=(\d+)-/.exec(range)![1]) : 0;
    const part = content.slice(from);
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (sent >= city.cutAfter) {
          city.online = false;
          controller.error(new TypeError('network error'));
        } else if (sent >= part.length) {
          controller.close();
        } else {
          const next = part.slice(sent, sent + 300_000);
          sent += next.length;
          controller.enqueue(next);
        }
      },
    });
    const headers: Record<string, string> = { 'Content-Length': String(part.length), ...(city.tagged ? { ETag: '"t"' } : {}) };
    return Promise.resolve(new Response(body, { status: range ? 206 : 200, headers }));
  };
  const begin = (vault: Vault) => {
    const luggage = new LuggageRoom(vault, server, {
      fetch: fetched,
      wait: (milliseconds) => (city.waits.push(milliseconds), Promise.resolve()),
      declare: (meetings) => {
        if (!city.online) {
          return Promise.reject(new SourceFault('OFFLINE'));
        }
        city.declared = meetings.filter((it) => !city.mayNot.has(it.meeting));
        return Promise.resolve(city.declared.map((it) => it.meeting));
      },
      now: () => 0,
    });
    const kept: Kept = { vault, outbox: new Outbox(vault), luggage };
    const source = new OfflineSource(
      server,
      () => (vault.isOpen ? kept : null),
      (_meeting, operations) => {
        if (!city.online) {
          return Promise.reject(new SourceFault('OFFLINE'));
        }
        city.saved.push(...operations);
        return Promise.resolve(operations.map((it) => ({ operation: it.id, outcome: 'DONE' as const, message: null })));
      },
      true,
    );
    return { vault, luggage, source, kept };
  };
  const first = new Vault('account', shelf, around);
  await first.create(PASSPHRASE, { id: 'd', token: 't' }, 3_600_000);
  return {
    city,
    shelf,
    ...begin(first),
    reload: async () => {
      const vault = new Vault('account', shelf, around);
      await vault.unlock(PASSPHRASE);
      const again = begin(vault);
      await again.luggage.look();
      return again;
    },
  };
}

const textOf = (bytes: ArrayBuffer | undefined) => new TextDecoder().decode(bytes);

test('how to report that the device does not work is there without network, as it was when there was one last', async () => {
  const { city, luggage, source } = await world();
  const report = { phone: '0361 655-0', mail: '', office: [] };
  city.meetings.set('m1', { ...sitting([paper('a')]), report });
  await luggage.take('m1');
  city.meetings.set('m1', { ...sitting([paper('a')]), report: { ...report, phone: '0361 655-1' } });
  await luggage.bringAllUpToDate();
  city.online = false;
  assert.equal((await source.meeting('m1')).report?.phone, '0361 655-1');
});

test('a meeting that was taken along is there without network, whole', async () => {
  const { city, luggage, source } = await world();

  await luggage.take('m1');
  city.online = false;

  assert.equal(luggage.all[0]!.state, 'READY');
  assert.deepEqual(
    (await source.meetings()).map((it) => it.title),
    ['7. Sitzung'],
  );
  const meeting = await source.meeting('m1');
  const [a] = documentsOf(meeting);
  const data = await source.document(a!);
  assert.ok('bytes' in data);
  assert.equal(textOf(data.bytes), 'Grundstück A');
  assert.deepEqual(await source.pageTexts(a!), ['Text a']);
  assert.equal(source.condition.online, false);
});

test('the server is told before anything lies here, and how much in the end', async () => {
  const { city, luggage, shelf } = await world();
  const lying: number[] = [];
  shelf.before = (records) => {
    if (records.some(([place]) => place.includes('/document/'))) {
      lying.push(city.declared.length);
    }
  };

  await luggage.take('m1');

  assert.ok(lying.length > 0 && lying.every((it) => it === 1));
  assert.deepEqual(city.declared, [{ meeting: 'm1', nonPublic: false, size: 26 }]);
});

test('what was given to somebody who may see all is declared as such, whatever is in it', async () => {
  const { city, luggage } = await world();
  city.meetings.set('m1', { ...sitting([paper('a')]), whole: true });

  await luggage.take('m1');

  assert.equal(city.declared[0]!.nonPublic, true);
});

test('a guest keeps the documents that are for them, public or not', async () => {
  const { city, luggage } = await world();
  city.meetings.set('m1', sitting([paper('a', { nonPublic: true })]));

  await luggage.take('m1');

  assert.equal(city.declared[0]!.nonPublic, false);
});

test('who may see more from now on has told so before more lies here', async () => {
  const { city, luggage, shelf } = await world();
  await luggage.take('m1');
  city.meetings.set('m1', { ...sitting([paper('a'), paper('b', { nonPublic: true, fingerprint: 'secret' })]), whole: true });
  const told: boolean[] = [];
  const asked: boolean[] = [];
  shelf.before = (records) => {
    if (records.some(([place]) => place.endsWith('m1/entry'))) {
      told.push(city.declared[0]!.nonPublic);
    }
    if (records.some(([place]) => place.includes('/secret/'))) {
      asked.push(city.declared[0]!.nonPublic);
    }
  };

  await luggage.bringAllUpToDate();

  assert.deepEqual(told, [true]);
  assert.ok(asked.length > 0 && asked.every((it) => it));
});

test('what the server does not let go any more is not written and goes', async () => {
  const { city, luggage, vault, shelf } = await world();
  await luggage.take('m1');
  city.meetings.set('m1', { ...sitting([paper('b', { nonPublic: true, fingerprint: 'secret' })]), whole: true });
  city.mayNot.add('m1');
  shelf.before = (records) => assert.ok(!records.some(([place, it]) => it !== undefined && place.includes('/secret/')));

  await luggage.bringAllUpToDate();

  assert.deepEqual(await vault.places('meeting/'), []);
});

test('who sees less from now on is said to hold less only when less lies here', async () => {
  const { city, luggage, shelf } = await world();
  city.meetings.set('m1', { ...sitting([paper('a'), paper('b', { nonPublic: true })]), whole: true });
  await luggage.take('m1');
  city.meetings.set('m1', sitting([paper('a')]));
  const told: boolean[] = [];
  shelf.before = (records) => {
    if (records.some(([place]) => place.endsWith('m1/entry'))) {
      told.push(city.declared[0]!.nonPublic);
    }
  };

  await luggage.bringAllUpToDate();

  assert.deepEqual(told, [true]);
  assert.equal(city.declared[0]!.nonPublic, false);
});

test('a meeting that the server does not let go leaves nothing here', async () => {
  const { city, luggage, vault } = await world();
  city.mayNot.add('m1');

  await assert.rejects(luggage.take('m1'), (fault) => fault instanceof SourceFault && fault.kind === 'GONE');

  assert.deepEqual(await vault.places('meeting/'), []);
});

test('without contact nothing can be taken along', async () => {
  const { city, luggage, vault } = await world();
  city.online = false;

  await assert.rejects(luggage.take('m1'), SourceFault);

  assert.deepEqual(await vault.places('meeting/'), []);
});

test('a document that is cut off goes on where it was, after a reload too', async () => {
  const { city, luggage, reload } = await world();
  const large = new Uint8Array(3 * PIECE + 77).map((_, at) => at % 251);
  city.contents.set('a', large);
  city.cutAfter = 2 * PIECE + 500_000;
  await luggage.take('m1');
  assert.equal(luggage.all[0]!.state, 'BROKEN_OFF');

  const later = await reload();
  assert.equal(later.luggage.all[0]!.state, 'BROKEN_OFF');
  assert.equal(later.luggage.all[0]!.bytes, 2 * PIECE);
  Object.assign(city, { online: true, cutAfter: Infinity, asked: [] });
  await later.luggage.bringAllUpToDate();

  assert.equal(city.asked[0], `/documents/a bytes=${2 * PIECE}-`);
  assert.equal(later.luggage.all[0]!.state, 'READY');
  assert.deepEqual(new Uint8Array((await later.luggage.document(paper('a')))!), large);
});

test('where the server cannot say that it is the same document, it is fetched from the beginning', async () => {
  const { city, luggage } = await world();
  const large = new Uint8Array(2 * PIECE).map((_, at) => at % 249);
  city.contents.set('a', large);
  city.tagged = false;
  city.cutAfter = PIECE + 1;
  await luggage.take('m1');
  Object.assign(city, { online: true, cutAfter: Infinity, asked: [] });

  await luggage.bringAllUpToDate();

  assert.equal(city.asked[0], '/documents/a');
  assert.deepEqual(new Uint8Array((await luggage.document(paper('a')))!), large);
});

test('half a document is never shown', async () => {
  const { city, luggage, source } = await world();
  city.contents.set('a', new Uint8Array(2 * PIECE));
  city.cutAfter = PIECE;
  await luggage.take('m1');

  assert.equal(await luggage.document(paper('a')), undefined);
  await assert.rejects(source.document(paper('a')), (fault) => fault instanceof SourceFault && fault.kind === 'OFFLINE');
});

test('what is being converted is waited for, what has no pages is said to be missing', async () => {
  const { city, luggage } = await world();
  city.contents.delete('b');
  city.converting = 2;

  await luggage.take('m1');

  assert.deepEqual(city.waits, [2_000, 2_000]);
  assert.deepEqual(
    luggage.all[0]!.documents.map((it) => it.state),
    ['READY', 'MISSING'],
  );
  assert.equal(luggage.all[0]!.state, 'READY');
});

test('a new version is fetched, and the old one, as well as what was taken off, is removed', async () => {
  const { city, luggage, vault } = await world();
  await luggage.take('m1');
  city.meetings.set('m1', sitting([paper('a', { fingerprint: 'f-a2' })]));
  city.contents.set('a', new TextEncoder().encode('Grundstück A, neu'));

  await luggage.bringAllUpToDate();

  assert.equal(textOf(await luggage.document(paper('a', { fingerprint: 'f-a2' }))), 'Grundstück A, neu');
  assert.equal(await luggage.document(paper('a')), undefined);
  assert.equal(await luggage.document(paper('b')), undefined);
  assert.ok((await vault.places('meeting/m1/document/')).every((it) => it.includes('/f-a2/')));
});

test('a meeting that one may no longer see goes with the next contact', async () => {
  const { city, luggage, vault } = await world();
  await luggage.take('m1');
  city.meetings.delete('m1');

  await luggage.bringAllUpToDate();

  assert.deepEqual(await vault.places('meeting/'), []);
  assert.deepEqual(luggage.all, []);
  assert.deepEqual(city.declared, []);
});

test('no network removes nothing', async () => {
  const { city, luggage, vault } = await world();
  await luggage.take('m1');
  const before = await vault.places('meeting/');
  city.online = false;

  await luggage.bringAllUpToDate();

  assert.deepEqual(await vault.places('meeting/'), before);
});

test('paused stays paused, over a reload too, until it is resumed', async () => {
  const { city, luggage, reload } = await world();
  city.contents.set('a', new Uint8Array(4 * PIECE));
  luggage.addEventListener('change', () => {
    if (luggage.all[0]?.state === 'LOADING' && luggage.all[0].bytes >= PIECE) {
      void luggage.pause('m1');
    }
  });
  await luggage.take('m1');
  assert.equal(luggage.all[0]!.state, 'PAUSED');

  const later = await reload();
  await later.luggage.bringAllUpToDate();
  assert.equal(later.luggage.all[0]!.state, 'PAUSED');
  await later.luggage.take('m1');

  assert.equal(later.luggage.all[0]!.state, 'READY');
});

test('a device that is full says so and keeps what it has', async () => {
  const { luggage, shelf } = await world();
  shelf.before = (records) => {
    if (records.some(([place]) => place.includes('/b/'))) {
      throw new DOMException('full', 'QuotaExceededError');
    }
  };

  await luggage.take('m1');

  assert.equal(luggage.all[0]!.state, 'NO_ROOM');
  assert.equal(textOf(await luggage.document(paper('a'))), 'Grundstück A');
});

test('what a meeting takes is known before', () => {
  assert.equal(
    spaceNeeded(sitting([paper('a', { bytes: 5_000_000 }), paper('b', { bytes: null }), paper('a', { bytes: 5_000_000 })])),
    5_200_000,
  );
});

test('what is done without network waits, is shown, and is sent when there is one', async () => {
  const { city, luggage, source, kept } = await world();
  await luggage.take('m1');
  city.online = false;
  const read: Operation = { id: 'o1', act: 'READ', document: 'a', fingerprint: 'f-a', read: true };
  await assert.rejects(source.meeting('other'), SourceFault); // it notices that it is offline

  const outcomes = await source.save('m1', [read]);

  assert.equal(outcomes[0]!.outcome, 'DONE');
  assert.equal(await kept.outbox.count(), 1);
  assert.deepEqual((await source.marks('m1', null)).read, ['a/f-a']);
  city.online = true;
  await source.send(kept);
  assert.deepEqual(city.saved, [read]);
  assert.equal(await kept.outbox.count(), 0);
});

test('while it is locked nothing is answered from here', async () => {
  const { city, luggage, vault, source } = await world();
  await luggage.take('m1');
  vault.lock();
  city.online = false;

  await assert.rejects(source.meeting('m1'), (fault) => fault instanceof SourceFault && fault.kind === 'OFFLINE');
});

test('a note that is being written lies here, sealed, and is there again after unlocking', async () => {
  const { source, vault, reload } = await world();
  const draft: Draft = {
    meeting: 'm1',
    document: 'a',
    title: 'Vorlage a',
    fingerprint: 'f-a',
    mark: 'k',
    text: 'Brunnen',
    before: '',
    replaces: [],
    at: null,
  };

  assert.equal(await source.drafts.keep(draft), true);
  vault.lock();
  assert.equal(await source.drafts.keep({ ...draft, text: 'Brunnen am Markt' }), false);
  assert.deepEqual(await source.drafts.all(), []);

  const later = await reload();
  assert.deepEqual(await later.source.drafts.all(), [draft]);
  await later.source.drafts.drop('k');
  assert.deepEqual(await later.vault.places('draft/'), []);
});

test('a note that finds no room is said not to lie here', async () => {
  const { source, shelf } = await world();
  shelf.before = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  assert.equal(await source.drafts.keep({ mark: 'k' } as Draft), false);
});
