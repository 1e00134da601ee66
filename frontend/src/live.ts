// The public's live page: what the server sends is put in the place of what stood there, and clocks run in between.
import { asText, seconds, standing } from './speech-time';
import { Watching } from './stream/watching';

const RETRY_MILLIS = 15_000;
const place = document.getElementById('live');
const said = document.getElementById('live-said');
const section = document.querySelector<HTMLElement>('.rs-stream');
const watching = section ? new Watching(section, () => Date.now() + ahead) : null;

/** How far the server's clock is ahead of this one. */
let ahead = 0;

function show(html: string, frame: string): void {
  if (!place || place.dataset.frame === frame) {
    return;
  }
  place.dataset.frame = frame;
  place.innerHTML = html;
  watching?.follow(place);
  if (said) {
    said.textContent = [...place.querySelectorAll('[data-say]')].map((it) => it.textContent?.trim()).join('. ');
  }
  tick();
}

function tick(): void {
  const now = Date.now() + ahead;
  for (const clock of document.querySelectorAll<HTMLElement>('.rs-live-clock')) {
    const { until, spoken, since, allowed } = clock.dataset;
    if (until !== undefined) {
      clock.textContent = asText(Math.max(0, Math.ceil((Number(until) - now) / 1000)));
    } else {
      const elapsed = Number(spoken ?? 0) + (since === undefined ? 0 : Math.max(0, now - Number(since)));
      const time = { elapsed, allowed: allowed === undefined ? -1 : Number(allowed), warning: 30_000 };
      clock.dataset.state = standing(time);
      clock.textContent = asText(seconds(time));
    }
  }
}

/** There are too many listeners, or the way does not let streams through: the page is asked for anew now and then. */
async function ask(): Promise<void> {
  try {
    const answer = await fetch(location.href, { cache: 'no-cache' });
    if (answer.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('live');
      if (page?.dataset.frame) {
        show(page.innerHTML, page.dataset.frame);
      }
      if (!page?.dataset.stream) {
        return;
      }
    }
  } catch {
    // the line is down; it is tried again
  }
  setTimeout(() => void ask(), RETRY_MILLIS);
}

if (place?.dataset.stream) {
  const source = new EventSource(place.dataset.stream);
  source.addEventListener('time', (event: MessageEvent<string>) => {
    ahead = Number(event.data) - Date.now();
    tick();
  });
  source.addEventListener('now', (event: MessageEvent<string>) => {
    show(event.data, event.lastEventId);
    if (place.querySelector('[data-over]')) {
      source.close();
    }
  });
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED) {
      setTimeout(() => void ask(), RETRY_MILLIS);
    }
  });
}
if (place) {
  watching?.follow(place);
}
setInterval(tick, 500);
tick();
