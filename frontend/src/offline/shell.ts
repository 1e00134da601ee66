/**
 * What the service worker keeps: the page of the reader and what belongs to it, nothing else. All of one version lies in one
 * cache; a new version fills a new one before it takes over.
 */

const OURS = 'ratssaal-reader-';
const PAGE = '/read';
/** Rarely needed parts, such as the alphabets of East Asia: kept once they were asked for. */
const RARE = '/assets/reader/';

export class Shell {
  private readonly name: string;

  constructor(
    version: string,
    private readonly files: string[],
    private readonly caches: CacheStorage,
    private readonly fetch: (request: Request | string) => Promise<Response>,
    private readonly origin: string,
  ) {
    this.name = OURS + version;
  }

  /** All of it, or it fails and the version before goes on. */
  async fill(): Promise<void> {
    const cache = await this.caches.open(this.name);
    await cache.addAll([PAGE, ...this.files].map((it) => new Request(new URL(it, this.origin), { cache: 'reload' })));
  }

  async dropOthers(): Promise<void> {
    const others = (await this.caches.keys()).filter((it) => it.startsWith(OURS) && it !== this.name);
    await Promise.all(others.map((it) => this.caches.delete(it)));
  }

  /** Whether the request is none of its business: data, sign-in, the members' application, whatever changes anything. */
  isOthers(request: { method: string; url: string }): boolean {
    const url = new URL(request.url);
    return (
      request.method !== 'GET' ||
      url.origin !== this.origin ||
      !(url.pathname === PAGE || this.files.includes(url.pathname) || url.pathname.startsWith(RARE))
    );
  }

  async answer(request: Request): Promise<Response> {
    const cache = await this.caches.open(this.name);
    const path = new URL(request.url).pathname;
    const kept = await cache.match(new URL(path, this.origin).href);
    if (kept !== undefined) {
      return kept;
    }
    const response = await this.fetch(request);
    if (response.ok && path.startsWith(RARE)) {
      await cache.put(new URL(path, this.origin).href, response.clone());
    }
    return response;
  }
}
