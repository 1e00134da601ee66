import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Shell } from './shell';

const ORIGIN = 'https://rat.example';

function browser() {
  const stored = new Map<string, Map<string, Response>>();
  const network = new Map<string, string>([
    ['/read', 'page 1'],
    ['/assets/reader/reader.js', 'script 1'],
  ]);
  const fetched: string[] = [];
  const load = (request: Request | string): Promise<Response> => {
    const path = new URL(typeof request === 'string' ? request : request.url).pathname;
    fetched.push(path);
    const body = network.get(path);
    return Promise.resolve(body === undefined ? new Response('', { status: 404 }) : new Response(body));
  };
  const caches = {
    open: (name: string) => {
      const entries = stored.get(name) ?? new Map<string, Response>();
      stored.set(name, entries);
      return Promise.resolve({
        addAll: async (requests: Request[]) => {
          const all = await Promise.all(requests.map(async (it) => [it.url, await load(it)] as const));
          if (all.some(([, it]) => !it.ok)) {
            throw new TypeError('not all there');
          }
          all.forEach(([url, it]) => entries.set(url, it));
        },
        match: (url: string) => Promise.resolve(entries.get(url)?.clone()),
        put: (url: string, response: Response) => Promise.resolve(void entries.set(url, response)),
      });
    },
    keys: () => Promise.resolve([...stored.keys()]),
    delete: (name: string) => Promise.resolve(stored.delete(name)),
  } as unknown as CacheStorage;
  return {
    stored,
    network,
    fetched,
    shell: (version: string) => new Shell(version, ['/assets/reader/reader.js'], caches, load, ORIGIN),
  };
}

const get = (path: string) => new Request(ORIGIN + path);

test('the page and what belongs to it come from the device', async () => {
  const { shell, network } = browser();
  await shell('1').fill();
  network.clear();

  assert.equal(await (await shell('1').answer(get('/read'))).text(), 'page 1');
  assert.equal(await (await shell('1').answer(get('/read?from=somewhere'))).text(), 'page 1');
  assert.equal(await (await shell('1').answer(get('/assets/reader/reader.js'))).text(), 'script 1');
});

test('data, sign-in, the application and whatever changes something are none of its business', () => {
  const shell = browser().shell('1');
  const others = [
    get('/api/session'),
    get('/api/reader/documents/1?v=2'),
    get('/api/offline/standing'),
    get('/app/'),
    get('/app/login'),
    get('/files/packets/1/own.pdf'),
    get('/'),
    get('/reading'),
    get('/assets/ratssaal.js'),
    new Request('https://elsewhere.example/read'),
    new Request(ORIGIN + '/read', { method: 'POST' }),
  ];

  assert.deepEqual(
    others.filter((it) => !shell.isOthers(it)),
    [],
  );
  assert.equal(shell.isOthers(get('/read')), false);
});

test('a new version takes over whole, and the old one goes', async () => {
  const { shell, network, stored } = browser();
  await shell('1').fill();
  network.set('/read', 'page 2').set('/assets/reader/reader.js', 'script 2');
  await shell('2').fill();
  assert.equal(await (await shell('1').answer(get('/read'))).text(), 'page 1', 'who reads goes on in the old one');

  await shell('2').dropOthers();

  assert.deepEqual([...stored.keys()], ['ratssaal-reader-2']);
  assert.equal(await (await shell('2').answer(get('/read'))).text(), 'page 2');
});

test('half a version is none', async () => {
  const { shell, network } = browser();
  network.delete('/assets/reader/reader.js');

  await assert.rejects(shell('1').fill());
});

test('caches of others are left alone', async () => {
  const { shell, stored } = browser();
  stored.set('somebody-elses', new Map());
  await shell('1').fill();

  await shell('1').dropOthers();

  assert.ok(stored.has('somebody-elses'));
});

test('rare parts are kept once they were asked for, faults are not', async () => {
  const { shell, network } = browser();
  network.set('/assets/reader/cmaps/Japan', 'map');
  await shell('1').answer(get('/assets/reader/cmaps/Japan'));
  await shell('1').answer(get('/assets/reader/cmaps/None'));
  network.clear();

  assert.equal((await shell('1').answer(get('/assets/reader/cmaps/Japan'))).status, 200);
  assert.equal((await shell('1').answer(get('/assets/reader/cmaps/None'))).status, 404);
});
