// Plays HLS where the browser does not do it by itself. Loaded only when somebody wants to watch: it is larger than the page.
import Hls from 'hls.js';

export interface Playing {
  /** Seconds behind what is happening; null while it is not known. */
  delay(): number | null;
  stop(): void;
}

/**
 * @param now the server's time in milliseconds, by which segments are dated
 * @param failed is told when it cannot go on by itself
 */
export function play(video: HTMLVideoElement, playlist: string, now: () => number, failed: () => void): Playing {
  if (Hls.isSupported()) {
    const hls = new Hls({ enableWorker: false, liveSyncDurationCount: 2, liveMaxLatencyDurationCount: 6, maxLiveSyncPlaybackRate: 1.1 });
    hls.on(Hls.Events.ERROR, (_, fault) => {
      if (!fault.fatal) {
        return;
      }
      if (fault.type === Hls.ErrorTypes.MEDIA_ERROR) {
        hls.recoverMediaError();
      } else {
        failed();
      }
    });
    hls.loadSource(playlist);
    hls.attachMedia(video);
    hls.on(Hls.Events.MANIFEST_PARSED, () => void video.play().catch(() => undefined));
    return {
      delay: () => (hls.playingDate === null ? null : (now() - hls.playingDate.getTime()) / 1000),
      stop: () => {
        hls.destroy();
        video.removeAttribute('src');
        video.load();
      },
    };
  }
  video.src = playlist;
  const fault = () => failed();
  video.addEventListener('error', fault);
  void video.play().catch(() => undefined);
  return {
    delay: () => null,
    stop: () => {
      video.removeEventListener('error', fault);
      video.removeAttribute('src');
      video.load();
    },
  };
}
