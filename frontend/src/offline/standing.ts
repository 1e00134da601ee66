import type { DeviceProof } from './vault';

/**
 * Asks the server what is to become of what lies on this device. Only an answer that was signed for this device and this
 * question counts: whatever else comes back, be it of a proxy, of another server or of a fault, removes nothing.
 */

export type Standing =
  | { standing: 'STAY'; lease: number; meetings: string[] }
  | { standing: 'REMOVE'; cause: 'OWNER' | 'ADMINISTRATOR' | 'ACCOUNT_LOCKED' };

interface Answer {
  standing: 'STAY' | 'REMOVE';
  cause: 'OWNER' | 'ADMINISTRATOR' | 'ACCOUNT_LOCKED' | null;
  lease: number;
  meetings: string[];
  nonce: string;
  proof: string;
}

type Send = (address: string, request: RequestInit) => Promise<Response>;

const words = new TextEncoder();

/** @returns null if nobody answered who knows this device */
export async function askStanding(device: DeviceProof, send: Send): Promise<Standing | null> {
  const nonce = base64url(crypto.getRandomValues(new Uint8Array(16)));
  let answer: Answer;
  try {
    const response = await send('/api/offline/standing', posted({ token: device.token, nonce }));
    if (response.status !== 200) {
      return null;
    }
    answer = (await response.json()) as Answer;
    if (answer.nonce !== nonce || !(await isSigned(answer, device.token))) {
      return null;
    }
  } catch {
    return null; // no network, or no answer of ours
  }
  return answer.standing === 'REMOVE'
    ? { standing: 'REMOVE', cause: answer.cause ?? 'ADMINISTRATOR' }
    : { standing: 'STAY', lease: answer.lease, meetings: answer.meetings };
}

/** Says that nothing lies here any more. Whether that is heard changes nothing here. */
export async function tellEmptied(device: DeviceProof, send: Send): Promise<boolean> {
  try {
    return (await send('/api/offline/emptied', posted({ token: device.token }))).ok;
  } catch {
    return false;
  }
}

function posted(body: unknown): RequestInit {
  return {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(body),
    credentials: 'omit',
    keepalive: true,
    cache: 'no-store',
  };
}

async function isSigned(answer: Answer, token: string): Promise<boolean> {
  const secret = await crypto.subtle.digest('SHA-256', words.encode(token));
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
  const said = [answer.standing, answer.nonce, answer.cause ?? '', answer.lease, answer.meetings.join(',')].join('\n');
  return crypto.subtle.verify('HMAC', key, bytesOf(answer.proof), words.encode(said));
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (it) => it.charCodeAt(0));
}
