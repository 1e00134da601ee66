/** Why there is no camera or microphone, in the words of the page. */
export type Trouble = 'denied' | 'missing' | 'busy' | 'insecure';

const PICTURE: MediaTrackConstraints = { width: { ideal: 640 }, height: { ideal: 360 }, frameRate: { ideal: 15, max: 24 } };
const SOUND: MediaTrackConstraints = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

/** Capabilities that not every browser has, nor TypeScript's library. */
interface Blurring {
  backgroundBlur?: boolean[];
}

function blurring(camera: MediaStreamTrack, on: boolean): Promise<void> {
  return camera.applyConstraints({ ...PICTURE, backgroundBlur: on } as MediaTrackConstraints);
}

/** Camera, microphone and speaker of this device, as somebody chose them. Nothing is opened before they asked for it. */
export class Devices {
  camera: MediaStreamTrack | null = null;
  microphone: MediaStreamTrack | null = null;
  cameraTrouble: Trouble | null = null;
  microphoneTrouble: Trouble | null = null;
  known: MediaDeviceInfo[] = [];
  speaker = '';
  /** As chosen; the browser's own choice if empty. */
  private microphoneId = '';
  private cameraId = '';
  /** What was asked for before may come after it is wanted no more: the lamp of a camera must not go on then. */
  private soundTurn = 0;
  private pictureTurn = 0;
  /** Whether the background is to be blurred, whichever camera is opened. */
  private blurred = false;
  private meter: { context: AudioContext; stop: () => void } | null = null;

  async openMicrophone(id = this.microphoneId): Promise<void> {
    this.microphoneId = id;
    this.closeMicrophone();
    const turn = this.soundTurn;
    const got = await open({ audio: { ...SOUND, ...(id && { deviceId: { exact: id } }) } });
    if (turn !== this.soundTurn) {
      discard(got);
      return;
    }
    this.microphoneTrouble = typeof got === 'string' ? got : null;
    if (typeof got !== 'string') {
      this.microphone = got;
      got.enabled = false; // everybody comes in muted
    }
    await this.look();
  }

  async openCamera(id = this.cameraId): Promise<void> {
    this.cameraId = id;
    this.closeCamera();
    const turn = this.pictureTurn;
    const got = await open({ video: { ...PICTURE, ...(id && { deviceId: { exact: id } }) } });
    if (turn !== this.pictureTurn) {
      discard(got);
      return;
    }
    if (typeof got !== 'string' && this.blurred) {
      // before anybody sees it; where it cannot be had any more, nothing is shown
      const isBlurred = await blurring(got, true).then(
        () => true,
        () => false,
      );
      if (turn !== this.pictureTurn || !isBlurred) {
        discard(got);
        this.cameraTrouble = isBlurred ? this.cameraTrouble : 'busy';
        return;
      }
    }
    this.cameraTrouble = typeof got === 'string' ? got : null;
    this.camera = typeof got === 'string' ? null : got;
    await this.look();
  }

  private closeMicrophone(): void {
    this.soundTurn++;
    this.microphone?.stop();
    this.microphone = null;
  }

  closeCamera(): void {
    this.pictureTurn++;
    this.camera?.stop();
    this.camera = null;
    this.cameraTrouble = null;
  }

  /** Names of devices are told only once one of them may be used. */
  async look(): Promise<void> {
    this.known = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
  }

  of(kind: MediaDeviceKind): MediaDeviceInfo[] {
    return this.known.filter((it) => it.kind === kind && it.deviceId !== '');
  }

  get canBlur(): boolean {
    return (this.camera?.getCapabilities?.() as Blurring | undefined)?.backgroundBlur?.includes(true) ?? false;
  }

  async blur(on: boolean): Promise<void> {
    this.blurred = on;
    if (this.camera) {
      await blurring(this.camera, on);
    }
  }

  /** Tells now and then how loud it is, from 0 to 1, whether or not anybody else may hear it. */
  listen(tell: (level: number) => void): void {
    this.stopListening();
    if (this.microphone === null) {
      return;
    }
    const context = new AudioContext();
    // of a copy: the microphone itself stays mute
    const copy = this.microphone.clone();
    copy.enabled = true;
    const analyser = context.createAnalyser();
    analyser.fftSize = 512;
    context.createMediaStreamSource(new MediaStream([copy])).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const timer = window.setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      tell(Math.min(1, Math.sqrt(samples.reduce((sum, it) => sum + it * it, 0) / samples.length) * 4));
    }, 150);
    this.meter = {
      context,
      stop: () => {
        window.clearInterval(timer);
        copy.stop();
      },
    };
  }

  stopListening(): void {
    this.meter?.stop();
    void this.meter?.context.close();
    this.meter = null;
  }

  /** A short tone on the chosen speaker. */
  async tone(): Promise<void> {
    const context = new AudioContext();
    const target = context.createMediaStreamDestination();
    const tone = context.createOscillator();
    const volume = context.createGain();
    volume.gain.value = 0.2;
    tone.frequency.value = 440;
    tone.connect(volume).connect(target);
    const audio = new Audio();
    audio.srcObject = target.stream;
    await this.sendTo(audio);
    tone.onended = () => {
      audio.srcObject = null;
      void context.close();
    };
    tone.start();
    tone.stop(context.currentTime + 0.8);
    await audio.play();
  }

  async sendTo(audio: HTMLMediaElement): Promise<void> {
    if (this.speaker && 'setSinkId' in audio) {
      await audio.setSinkId(this.speaker).catch(() => undefined); // the speaker was unplugged: the usual one goes on
    }
  }

  close(): void {
    this.stopListening();
    this.closeCamera();
    this.closeMicrophone();
  }
}

function discard(got: MediaStreamTrack | Trouble): void {
  if (typeof got !== 'string') {
    got.stop();
  }
}

async function open(what: MediaStreamConstraints): Promise<MediaStreamTrack | Trouble> {
  if (!navigator.mediaDevices?.getUserMedia) {
    return 'insecure';
  }
  try {
    return (await navigator.mediaDevices.getUserMedia(what)).getTracks()[0]!;
  } catch (fault) {
    const name = fault instanceof DOMException ? fault.name : '';
    return name === 'NotAllowedError' || name === 'SecurityError' ? 'denied'
      : name === 'NotReadableError' || name === 'AbortError' ? 'busy'
      : 'missing';
  }
}
