import type { Playing, play } from './player';

const AGAIN_MILLIS = 5_000;
const LOOK_MILLIS = 1_000;

/**
 * The stream on the live page, or a recording on its own. It follows what the page says: as soon as the meeting is not shown any more, neither
 * is what had been loaded before; when it goes on, so does whoever was watching.
 */
export class Watching {
  private readonly video: HTMLVideoElement;
  private readonly button: HTMLButtonElement;
  private readonly said: HTMLElement;
  private readonly isRecording: boolean;
  private playing: Playing | null = null;
  private wanted = false;
  private shown: boolean;
  private overlay = '';
  private told = 0;

  /** @param now the server's time in milliseconds */
  constructor(
    private readonly section: HTMLElement,
    private readonly now: () => number,
  ) {
    this.video = section.querySelector('video')!;
    this.button = section.querySelector('.rs-stream-play')!;
    this.said = section.querySelector('.rs-stream-said')!;
    this.isRecording = section.hasAttribute('data-recording');
    this.shown = this.isRecording;
    this.video.querySelector('source')?.remove();
    this.video.controls = false;
    this.button.hidden = false;
    this.button.addEventListener('click', () => void this.begin());
    setInterval(() => this.tell(), LOOK_MILLIS);
  }

  /** What the page says now of the meeting. */
  follow(place: HTMLElement): void {
    const state = place.querySelector<HTMLElement>('[data-stream-state]')?.dataset.streamState;
    this.shown = state === 'ON';
    this.section.toggleAttribute('data-paused', !this.shown);
    this.section.hidden = !this.shown && !(this.wanted && state !== undefined);
    if (!this.shown) {
      this.end();
    } else if (this.wanted && this.playing === null) {
      void this.begin();
    }
    const item = place.querySelector('.rs-live-item h2')?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
    const speaker = place.querySelector('.rs-live-speaker > span')?.textContent?.trim() ?? '';
    const text = this.shown ? [speaker, item].filter((it) => it !== '').join(' · ') : '';
    if (text !== this.overlay) {
      this.overlay = text;
      // the picture is behind what is happening
      setTimeout(() => this.write(text), Math.max(0, this.playing?.delay() ?? 0) * 1_000);
    }
  }

  private write(text: string): void {
    const line = this.section.querySelector('.rs-stream-overlay');
    if (line) {
      line.textContent = text;
    }
  }

  private async begin(): Promise<void> {
    this.wanted = true;
    this.button.hidden = true;
    this.said.textContent = '';
    if (this.playing !== null || !this.shown) {
      return;
    }
    try {
      const player = (await import('/assets/stream.js' as string)) as { play: typeof play };
      if (this.playing === null && this.shown) {
        this.video.controls = true;
        this.playing = player.play(this.video, this.section.dataset.playlist!, this.now, () => this.failed());
        this.video.focus();
      }
    } catch {
      this.failed();
    }
  }

  private failed(): void {
    this.end();
    this.said.textContent = this.section.dataset.failed ?? '';
    setTimeout(() => {
      if (this.shown && this.wanted) {
        void this.begin();
      }
    }, AGAIN_MILLIS);
  }

  private end(): void {
    this.playing?.stop();
    this.playing = null;
    this.told = 0;
    this.section.querySelector('.rs-stream-delay')?.replaceChildren();
    this.video.controls = false;
  }

  private tell(): void {
    const delay = this.playing?.delay();
    if (!this.isRecording && delay !== null && delay !== undefined && delay > 0 && this.section.dataset.delay) {
      const line = this.section.querySelector('.rs-stream-delay');
      if (line && Math.abs(delay - this.told) >= 1) {
        this.told = delay;
        line.textContent = this.section.dataset.delay.replace('#', String(Math.round(delay)));
      }
    }
  }
}
