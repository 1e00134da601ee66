/**
 * Sealing what lies on a device: AES-GCM under a random key of the device, which itself lies there only wrapped under what
 * its owner types (docs/adr/0155-meetings-sealed-on-the-device.md). The key is never in the clear but in memory.
 */

/** What OWASP recommends for PBKDF2 with SHA-256. */
export const ITERATIONS = 600_000;

export const SHORTEST_PASSPHRASE = 10;

export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

export interface WrappedKey extends Sealed {
  salt: Uint8Array<ArrayBuffer>;
  iterations: number;
}

/** What was typed does not open the key. */
export class WrongPassphrase extends Error {}

/** A record was changed, cut, or lies where another one lay. */
export class Tampered extends Error {
  constructor(readonly place: string) {
    super(`not as it was sealed: ${place}`);
  }
}

const words = new TextEncoder();

/** Why a passphrase is not good enough; null if it is. */
export function weakness(passphrase: string): 'short' | 'simple' | null {
  const typed = [...passphrase.normalize('NFKC')];
  if (typed.length < SHORTEST_PASSPHRASE) {
    return 'short';
  }
  return new Set(typed).size < 5 ? 'simple' : null;
}

/** A new key, and the same wrapped. */
export async function newKey(
  owner: string,
  passphrase: string,
  iterations = ITERATIONS,
): Promise<{ key: CryptoKey; wrapped: WrappedKey }> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const open = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt', 'decrypt']);
  const wrapping = await wrappingKey(passphrase, salt, iterations);
  const data = await crypto.subtle.wrapKey('raw', open, wrapping, wrapped(owner, iv));
  const kept = { salt, iterations, iv, data };
  return { key: await unwrap(owner, passphrase, kept), wrapped: kept };
}

/** The key, which from here on nobody can read out. */
export async function unwrap(owner: string, passphrase: string, kept: WrappedKey): Promise<CryptoKey> {
  const wrapping = await wrappingKey(passphrase, kept.salt, kept.iterations);
  try {
    return await crypto.subtle.unwrapKey('raw', kept.data, wrapping, wrapped(owner, kept.iv), 'AES-GCM', false, [
      'encrypt',
      'decrypt',
    ]);
  } catch {
    throw new WrongPassphrase();
  }
}

/** @param place where it will lie: it opens nowhere else */
export async function seal(key: CryptoKey, owner: string, place: string, content: BufferSource): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, data: await crypto.subtle.encrypt(placed(owner, iv, place), key, content) };
}

export async function unseal(key: CryptoKey, owner: string, place: string, sealed: Sealed): Promise<ArrayBuffer> {
  try {
    return await crypto.subtle.decrypt(placed(owner, sealed.iv, place), key, sealed.data);
  } catch {
    throw new Tampered(place);
  }
}

async function wrappingKey(passphrase: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey('raw', words.encode(passphrase.normalize('NFKC')), 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    typed,
    { name: 'AES-GCM', length: 256 },
    false,
    ['wrapKey', 'unwrapKey'],
  );
}

function wrapped(owner: string, iv: Uint8Array<ArrayBuffer>): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: words.encode(`ratssaal/1/${owner}/key`) };
}

function placed(owner: string, iv: Uint8Array<ArrayBuffer>, place: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: words.encode(`ratssaal/1/${owner}/at/${place}`) };
}
