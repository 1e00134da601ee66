import { newKey, seal, unseal, unwrap, WrongPassphrase, type Sealed, type WrappedKey } from '../offline/sealing';
import type { Shelf } from '../offline/shelf';

/**
 * A teller's secrets on the device: sealed under a random key, which lies there only wrapped: under what a passkey gives for this purpose (WebAuthn's
 * PRF), or under a passphrase. As file or sheet they are always under a passphrase.
 */

export interface PasskeyProtection {
  kind: 'passkey';
  /** Of the passkey, in Base64. */
  id: string;
  /** What the passkey is asked with. */
  salt: Uint8Array<ArrayBuffer>;
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

export interface PassphraseProtection extends WrappedKey {
  kind: 'passphrase';
}

export interface KeptSecrets {
  protection: PasskeyProtection | PassphraseProtection;
  sealed: Sealed;
  /** In the clear, so that the device can say what it has. */
  ceremony: string;
  index: number;
  /** Whether the ceremony is over and the share is here. */
  complete: boolean;
  /** Which sums the share has decrypted, by election: it must not be forgotten when the share is brought back from elsewhere. */
  decrypted: Record<string, string>;
}

export interface Labelled {
  ceremony: string;
  index: number;
  share?: string;
  decrypted?: Record<string, string>;
}

/** Asks a passkey; the person is asked by the browser. */
export interface Passkeys {
  /** A new passkey for this purpose; null if the browser or the device cannot do it. */
  create(owner: string, salt: Uint8Array<ArrayBuffer>): Promise<{ id: string; secret: ArrayBuffer } | null>;
  ask(id: string, salt: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
}

const utf8 = new TextEncoder();
const PREFIX = 'teller/';

async function keyOf(secret: ArrayBuffer): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: utf8.encode('ratssaal-teller-1') },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['wrapKey', 'unwrapKey'],
  );
}

function wrapping(owner: string, iv: Uint8Array<ArrayBuffer>): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: utf8.encode(`ratssaal-teller-1/${owner}/key`) };
}

export interface Label {
  ceremony: string;
  index: number;
  complete: boolean;
  kind: 'passkey' | 'passphrase';
  decrypted: Record<string, string>;
}

/** The secrets of one teller on this device, one per ceremony. */
export class Keeping<T extends Labelled> {
  private key: CryptoKey | null = null;
  private protection: KeptSecrets['protection'] | null = null;

  constructor(
    private readonly owner: string,
    private readonly shelf: Shelf,
    private readonly passkeys: Passkeys,
    private readonly iterations?: number,
  ) {}

  /** What lies here, without opening it. */
  async labels(): Promise<Label[]> {
    const places = await this.shelf.places(PREFIX);
    const all = await Promise.all(places.map((it) => this.shelf.get(it)));
    return (all as KeptSecrets[]).map(({ ceremony, index, complete, decrypted, protection }) => ({
      ceremony,
      index,
      complete,
      decrypted,
      kind: protection.kind,
    }));
  }

  /** From now on what is kept lies under a new passphrase. */
  async protectByPassphrase(passphrase: string): Promise<void> {
    const { key, wrapped } = await newKey(this.owner, passphrase, this.iterations);
    this.key = key;
    this.protection = { kind: 'passphrase', ...wrapped };
  }

  /** @return whether the device has such a passkey */
  async protectByPasskey(): Promise<boolean> {
    const salt = crypto.getRandomValues(new Uint8Array(32));
    const made = await this.passkeys.create(this.owner, salt);
    if (made === null) {
      return false;
    }
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const open = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt', 'decrypt']);
    const data = await crypto.subtle.wrapKey('raw', open, await keyOf(made.secret), wrapping(this.owner, iv));
    this.protection = { kind: 'passkey', id: made.id, salt, iv, data };
    this.key = await this.unwrapped(this.protection, made.secret);
    return true;
  }

  private async unwrapped({ data, iv }: PasskeyProtection, secret: ArrayBuffer): Promise<CryptoKey> {
    try {
      return await crypto.subtle.unwrapKey('raw', data, await keyOf(secret), wrapping(this.owner, iv), 'AES-GCM', false, [
        'encrypt',
        'decrypt',
      ]);
    } catch {
      throw new WrongPassphrase();
    }
  }

  /** On disk, before anything goes out that can be made from it alone. */
  async keep(secrets: T): Promise<void> {
    if (this.key === null || this.protection === null) {
      throw new Error('nothing protects what is to be kept');
    }
    const { ceremony, index } = secrets;
    const place = PREFIX + ceremony;
    const sealed = await seal(this.key, this.owner, place, utf8.encode(JSON.stringify(secrets)));
    const kept: KeptSecrets = {
      protection: this.protection,
      sealed,
      ceremony,
      index,
      complete: secrets.share !== undefined,
      decrypted: secrets.decrypted ?? {},
    };
    await this.shelf.put([[place, kept]]);
  }

  /**
   * @param passphrase where one protects them
   * @throws WrongPassphrase
   */
  async open(ceremony: string, passphrase = ''): Promise<T> {
    const place = PREFIX + ceremony;
    const { protection, sealed } = (await this.shelf.get(place)) as KeptSecrets;
    const key =
      protection.kind === 'passphrase'
        ? await unwrap(this.owner, passphrase, protection)
        : await this.unwrapped(protection, await this.passkeys.ask(protection.id, protection.salt));
    const content = await unseal(key, this.owner, place, sealed);
    this.key = key;
    this.protection = protection;
    return JSON.parse(new TextDecoder().decode(content)) as T;
  }

  async discard(ceremony: string): Promise<void> {
    this.key = null;
    this.protection = null;
    await this.shelf.put([[PREFIX + ceremony, undefined]]);
  }
}

const FORMAT = 'ratssaal-share-1';

/** A file must not be able to keep a device busy for hours. */
const MOST_ITERATIONS = 10_000_000;

function base64(bytes: ArrayBuffer | Uint8Array): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)));
}

function bytesOf(text: unknown): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(String(text)), (it) => it.charCodeAt(0));
}

/** A share as file or as text on a sheet of paper, under a passphrase. */
export async function exported<T extends Labelled>(secrets: T, passphrase: string, iterations?: number): Promise<string> {
  const { ceremony, index } = secrets;
  const owner = `${ceremony}/${index}`;
  const { key, wrapped } = await newKey(owner, passphrase, iterations);
  const sealed = await seal(key, owner, PREFIX, utf8.encode(JSON.stringify(secrets)));
  return JSON.stringify({
    format: FORMAT,
    ceremony,
    index,
    iterations: wrapped.iterations,
    salt: base64(wrapped.salt),
    key: base64(wrapped.iv) + '.' + base64(wrapped.data),
    share: base64(sealed.iv) + '.' + base64(sealed.data),
  });
}

/** What was read is no exported share. */
export class NotAShare extends Error {}

/** @throws NotAShare, WrongPassphrase */
export async function imported<T extends Labelled>(text: string, passphrase: string): Promise<T> {
  let read: { wrapped: WrappedKey; sealed: Sealed; owner: string };
  try {
    const file = JSON.parse(text.replace(/\s/g, '')) as Record<string, unknown>;
    const [iv, data] = String(file['key']).split('.').map(bytesOf);
    const [shareIv, share] = String(file['share']).split('.').map(bytesOf);
    const iterations = Number(file['iterations']);
    if (file['format'] !== FORMAT || !Number.isInteger(iterations) || iterations < 1 || iterations > MOST_ITERATIONS) {
      throw new NotAShare();
    }
    read = {
      owner: `${String(file['ceremony'])}/${String(file['index'])}`,
      wrapped: { salt: bytesOf(file['salt']), iterations, iv: iv!, data: data!.buffer },
      sealed: { iv: shareIv!, data: share!.buffer },
    };
  } catch {
    throw new NotAShare();
  }
  const key = await unwrap(read.owner, passphrase, read.wrapped);
  return JSON.parse(new TextDecoder().decode(await unseal(key, read.owner, PREFIX, read.sealed))) as T;
}

/** Passkeys of the browser. Their purpose is this device's share; no server takes part in it. */
export const browserPasskeys: Passkeys = {
  async create(owner, salt) {
    if (!window.PublicKeyCredential) {
      return null;
    }
    const { getClientCapabilities } = PublicKeyCredential as { getClientCapabilities?: () => Promise<Record<string, boolean>> };
    try {
      if ((await getClientCapabilities?.call(PublicKeyCredential))?.['extension:prf'] === false) {
        return null; // before a passkey is made that is good for nothing
      }
      const made = (await navigator.credentials.create({
        publicKey: {
          rp: { name: 'Ratssaal' },
          user: { id: crypto.getRandomValues(new Uint8Array(16)), name: owner, displayName: owner },
          challenge: crypto.getRandomValues(new Uint8Array(32)),
          pubKeyCredParams: [-7, -257].map((alg) => ({ type: 'public-key', alg })),
          authenticatorSelection: { userVerification: 'required', residentKey: 'discouraged' },
          extensions: { prf: { eval: { first: salt } } },
        },
      })) as PublicKeyCredential | null;
      const id = made === null ? '' : base64(made.rawId);
      const { prf } = made?.getClientExtensionResults() ?? {};
      if (made === null || !prf?.enabled) {
        return null;
      }
      const first = prf.results?.first as ArrayBuffer | undefined;
      return { id, secret: first ?? (await browserPasskeys.ask(id, salt)) };
    } catch (fault) {
      if (fault instanceof DOMException) {
        return null; // refused, or the device has none: then a passphrase protects
      }
      throw fault;
    }
  },

  async ask(id, salt) {
    const shown = (await navigator.credentials.get({
      publicKey: {
        challenge: crypto.getRandomValues(new Uint8Array(32)),
        allowCredentials: [{ type: 'public-key', id: bytesOf(id) }],
        userVerification: 'required',
        extensions: { prf: { eval: { first: salt } } },
      },
    })) as PublicKeyCredential;
    const first = shown.getClientExtensionResults().prf?.results?.first;
    if (first === undefined) {
      throw new WrongPassphrase();
    }
    return first as ArrayBuffer;
  },
};
