import assert from 'node:assert/strict';
import { createHash, createHmac } from 'node:crypto';
import { test } from 'node:test';
import { askStanding } from './standing';

const device = { id: 'd', token: 'secret' };

function signed(said: Record<string, unknown>, token = 'secret') {
  const { standing, nonce, cause, lease, meetings } = said as {
    standing: string;
    nonce: string;
    cause: string | null;
    lease: number;
    meetings: string[];
  };
  const key = createHash('sha256').update(token).digest();
  const text = [standing, nonce, cause ?? '', lease, meetings.join(',')].join('\n');
  return { ...said, proof: createHmac('sha256', key).update(text).digest('base64url') };
}

const answering =
  (answer: (nonce: string) => unknown, status = 200) =>
  (_address: string, request: RequestInit) =>
    Promise.resolve(Response.json(answer((JSON.parse(request.body as string) as { nonce: string }).nonce), { status }));

const removal = (nonce: string) => ({ standing: 'REMOVE', cause: 'ADMINISTRATOR', lease: 0, meetings: [], nonce });

test('an order that is signed for this device and this question counts', async () => {
  assert.deepEqual(
    await askStanding(
      device,
      answering((nonce) => signed(removal(nonce))),
    ),
    { standing: 'REMOVE', cause: 'ADMINISTRATOR' },
  );
});

test('what may stay is told', async () => {
  const stay = (nonce: string) => signed({ standing: 'STAY', cause: null, lease: 1_000, meetings: ['a', 'b'], nonce });
  assert.deepEqual(await askStanding(device, answering(stay)), { standing: 'STAY', lease: 1_000, meetings: ['a', 'b'] });
});

test('no fault and no stranger removes anything', async () => {
  const answers = {
    'no network': () => Promise.reject(new TypeError('Failed to fetch')),
    'a page of a hotel': () => Promise.resolve(new Response('<html>Willkommen</html>')),
    'not found': answering((nonce) => signed(removal(nonce)), 404),
    'unknown device': answering((nonce) => signed(removal(nonce)), 401),
    'broken down': answering((nonce) => signed(removal(nonce)), 500),
    'not signed': answering((nonce) => ({ ...removal(nonce), proof: '' })),
    'signed by somebody else': answering((nonce) => signed(removal(nonce), 'other')),
    'an answer to another question': answering(() => signed(removal('other'))),
    'changed on the way': answering((nonce) => ({
      ...signed({ standing: 'STAY', cause: null, lease: 1, meetings: [], nonce }),
      standing: 'REMOVE',
    })),
    'with meetings left out': answering((nonce) => ({
      ...signed({ standing: 'STAY', cause: null, lease: 1, meetings: ['a'], nonce }),
      meetings: [],
    })),
    empty: answering(() => ({})),
  };
  for (const [what, answer] of Object.entries(answers)) {
    assert.equal(await askStanding(device, answer), null, what);
  }
});
